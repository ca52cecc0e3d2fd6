import type { Party } from '../parties/party.js';
import type { Words } from '../words.js';
import { actorsAt, partiesIn } from './actors.js';

const LONGEST_ADDRESS = 120;
/** 主送单位:…, 承办单位:… in the head of a 督办单. */
const SENT_TO = /^(?:主送|受文|送达|承办|接收|被督办)(?:单位|机关|对象)?:(?=.)/u;
/** @所有人 各社区书记好! 大家辛苦了: a message in a group. */
const GREETING =
  /^(?:@\S{1,8}\s*)?([^。;!?:]{2,30}?)(?:们)?(?:,)?(?:早上|上午|中午|下午|晚上|大家)?好[!,。]/u;
const PLEDGE = /(?:责任书|责任状|承诺书|军令状|协议书)$/u;
const ASSESSING = /(?:考核|考评|测评|评比|评分|督查|奖惩|评估)/u;
const GREETED_WITHIN = 2;

/** Which line of the head says whom the notice is for and nothing else; -1 where none does. */
export function addressLine(head: readonly string[], words: Words): number {
  return head.findIndex((line) => isAddress(line, words));
}

/**
 * Whom a notice is addressed to; empty where it doesn't say.
 * @param lines of the head, without brackets
 * @param address the place of `addressLine`
 * @param title empty where the notice has none
 */
export function addresseesOf(
  lines: readonly string[],
  address: number,
  title: string,
  words: Words,
): ReadonlySet<Party> {
  if (address >= 0) return partiesIn(lines[address] as string, words);
  const sent = lines.find((line) => SENT_TO.test(line))?.replace(SENT_TO, '');
  if (sent !== undefined) return partiesIn(sent, words);
  const called = calledUpon(lines.slice(0, CALLED_WITHIN), words);
  if (called.size > 0) return called;
  const present = MINUTES.test(title) ? lines.find((line) => PRESENT.test(line)) : undefined;
  if (present !== undefined && partiesIn(present, words).has('committee')) return partiesIn(present, words);
  const greeted = lines.slice(0, GREETED_WITHIN).map((line) => GREETING.exec(line)?.[1] ?? '');
  const parties = partiesIn(greeted.join('\n'), words);
  if (parties.size > 0) return parties;
  const handed = lines.slice(0, HANDED_WITHIN).map((line) => HANDED.exec(line)?.[1] ?? '');
  const doers = partiesIn(handed.join('\n'), words);
  if (doers.has('committee')) return doers;
  const pledging = PLEDGE.test(title) && lines.some((line) => partiesIn(line, words).has('committee'));
  return new Set<Party>(pledging || assessesCommittee(title, words) ? ['committee'] : []);
}

const HANDED_WITHIN = 6;
/** 需社区落实的工作如下: the head says whose work the list below it is. */
const HANDED =
  /(?:需要?由?|须由?|应由|请|由)([^,。;:]{2,12}?)(?:配合|协助)?(?:落实|承担|完成|办理|实施|承办)的(?:重点|主要|具体)?(?:工作|任务|事项)/u;

/** 纪要, whose decisions go to whoever was present. */
const MINUTES = /纪要/u;
const PRESENT = /^(?:出席|参加|参会|列席|与会)(?:人员|单位|对象)?:/u;
const CALLED_WITHIN = 3;
/** @各社区书记 @网格员, as they are called in a group. */
const CALLED = /@([^@\s,:。!]{2,20})/gu;
/** 各社区:请于今天… — an address that its text follows at once. */
const CALLED_FIRST = /^([^,。;!?:@]{2,24}):(?=.)/u;

function calledUpon(lines: readonly string[], words: Words): Set<Party> {
  const names = lines.flatMap((line) => [...line.matchAll(CALLED)].map(([, name = '']) => name));
  for (const line of lines) {
    const [, name = ''] = CALLED_FIRST.exec(line) ?? [];
    const actors = actorsAt(name, 0, name.length, words);
    if (name !== '' && actors?.end === name.length) names.push(name);
  }
  return partiesIn(names.join('\n'), words);
}

/** 村(社区)考核办法: what is scored and ranked in such a notice is the committee. */
export function assessesCommittee(title: string, words: Words): boolean {
  return ASSESSING.test(title) && partiesIn(title, words).has('committee');
}

/** 各村(社区)、各办所: — a line of nothing but actors that ends in a colon. */
function isAddress(line: string, words: Words): boolean {
  if (!line.endsWith(':') || line.length > LONGEST_ADDRESS || /[。;]/u.test(line)) return false;
  const parties = partiesIn(line, words);
  if (parties.size === 0) return false;
  return (
    /^(?:各|全|有关|相关|机关|街道|镇|区|县|市|辖区|社区|村居?|网格|[\p{Script=Han}、,()]{2,20}(?:社区|居民区|村|居委会|委员会|局|办|公司|单位)[、,:])/u.test(
      line,
    ) || actorsAt(line, 0, line.length - 1, words) !== null
  );
}
