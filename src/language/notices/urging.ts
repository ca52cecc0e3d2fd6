import type { Words } from '../words.js';
import {
  ACT_QUOTA,
  AMOUNT,
  ANSWERABLE,
  BARRED,
  DEADLINE,
  FORMING,
  INTO,
  LIAISON,
  LIMIT,
  PAPER,
  PLAYING,
  QUOTA,
  REWARD,
  ROLE,
  SEEN_FROM,
  STAGE,
  STANDING,
  THIS_PAPER,
  TITLE,
  WHILE,
} from './idle-shapes.js';

/** Why a clause is no task although somebody is told something. */
export type Idle = 'exhortation' | 'goal' | 'prohibition' | 'background' | 'date' | 'detail';

/** What a predicate (without brackets) is when it is no task; null where it is one. `told`: its clause names who acts. */
export function idleness(predicate: string, told: boolean, words: Words): Idle | null {
  const text = predicate.trim();
  if (text === '') return 'detail';
  if (words.prohibitions.at(text, 0) !== undefined || BARRED.test(text)) return 'prohibition';
  if (ANSWERABLE.test(text) && told) return null;
  if (words.pasts.at(text, 0) !== undefined || ROLE.test(text) || SEEN_FROM.test(text)) return 'background';
  if (STANDING.test(text)) return 'background';
  if (PLAYING.test(text)) return 'exhortation';
  if (INTO.test(text) && words.verbs.find(text, 2) === undefined) return 'detail';
  if (STAGE.test(text)) return 'date';
  if (THIS_PAPER.test(text)) return 'background';
  const titled = TITLE.test(text) && words.verbs.at(text, 0) === undefined;
  if (titled || PAPER.test(text)) return 'background';
  if (QUOTA.test(text)) return told && ACT_QUOTA.test(text) ? null : 'goal';
  if (AMOUNT.test(text)) return 'detail';
  if (REWARD.test(text)) return 'detail';
  if (DEADLINE.test(text) || LIMIT.test(text)) return 'date';
  if (/^对[^,]{1,12}负(?:总|全|主体)?责$/u.test(text)) return 'exhortation';
  const goal = words.goals.at(text, 0);
  if (goal !== undefined) return 'goal';
  if (words.exhortations.at(text, 0) !== undefined) return 'exhortation';
  if (LIAISON.test(text)) return 'exhortation';
  if (!told && (/^(?:鼓励|支持|欢迎|提倡)/u.test(text) || FORMING.test(text))) return 'exhortation';
  if (WHILE.test(text)) return 'date';
  const first = words.lightVerbs.at(text, 0) ?? words.verbs.at(text, 0);
  // 献血车: a thing that is called after what is done with it.
  const verb = first !== undefined && /^[车站室者率]/u.test(text.slice(first.length)) ? undefined : first;
  const acting =
    verb !== undefined ||
    (/^(?:对|将|把|就|在|于|到|按|按照|结合|依托|根据|参照|代|替|帮|向|与|同|为|给|从|用|以|利用|通过|针对|深入|面向|围绕|聚焦|紧盯|配合|逐)/u.test(
      text,
    ) &&
      words.verbs.find(text, 1) !== undefined);
  if (!acting && !told) return 'detail';
  const object =
    told && verb !== undefined && words.lightVerbs.has(verb)
      ? text.slice(verb.length)
      : objectOf(text, verb, words);
  if (text.split(/[、并]/u).some((step) => words.wholeTasks.has(step))) return null;
  if (words.genericObjects.has(object) || /^(?:以下|下列|如下)/u.test(object)) return 'exhortation';
  return object.length < 2 || (SENDING.test(text) && isOffice(object, words)) ? 'detail' : null;
}

/** 报送平安办: to whom, and not what. */
function isOffice(object: string, words: Words): boolean {
  if (words.others.has(object)) return true;
  return (
    object.length <= 8 && words.office.exec(object)?.[0] === object && words.verbs.find(object) === undefined
  );
}
const SENDING =
  /^(?:报送|上报|报告|报|反馈|转报|联系|移交|转|提交|交|录入|导入|输入|上传|推送|发送|发至|发到)/u;

/** Up to here a run of verbs (排查整治) is only how something said before is done. */
const SHORT = 4;

/** What a predicate is about: without its verbs, adverbs and particles; a verb that is a noun as well stays. */
function objectOf(text: string, verb: string | undefined, words: Words): string {
  let rest = text;
  let next: string | undefined = verb;
  while (next !== undefined && rest.length > 0) {
    // 提供代缴服务: the last verb is the name of what is provided.
    if (rest !== text && rest.length - next.length < 2 && text.length > SHORT) break;
    rest = rest.slice(next.length).replace(/^[好了到和、及并]/u, '');
    if (words.genericObjects.has(rest)) return rest;
    next = words.adverbs.at(rest, 0) ?? words.verbs.at(rest, 0);
    // 做好反诈宣传: behind a light verb a verb is the name of an action.
    if (next !== undefined && verb !== undefined && words.lightVerbs.has(verb) && rest.length > next.length)
      break;
  }
  return rest.replace(/[的了]$/u, '');
}

/** 发现隐患的,及时报告街道: what is reported stands in the clause before. */
const REPORTING =
  /^(?:向[^,]{2,14}?|先行|先)?(?:报告|上报|反馈|报案|报|转报|联系|劝阻|制止|劝返|劝离|处置|通知|告知)/u;

/** Says what to do about what the clause before names. */
export const isReporting = (predicate: string): boolean => REPORTING.test(predicate);

/** 对排查发现的隐患, 凡符合条件的, 如遇雨天: says when or on what the next clause acts. */
export function isContext(predicate: string, words: Words): boolean {
  const text = predicate;
  if (
    text.length >= 4 &&
    /(?<!目)的$|(?:情况|问题)[时后]$|的(?:村\(社区\)|村社区|社区|居民区|村|单位)$/u.test(text)
  )
    return true;
  if (/^(?:凡|凡是|如|如遇|若|遇|遇到|一旦|发现[^,]{0,20}(?:的|时|后)$)/u.test(text)) return true;
  const onWhat = /^(?:对于|针对|对)/u.exec(text)?.[0];
  const acts = /(?:进行|开展|予以|给予|实施|逐)/u.test(text);
  if (onWhat !== undefined && !acts && words.verbs.find(text, onWhat.length) === undefined) return true;
  return (
    onWhat !== undefined &&
    /(?:的|人员|对象|家庭|问题|隐患|情况|行为|线索|群体|户|区域|部位|场所|点位|时|后|老人|儿童|车辆|犬只|人群|的[^,]{1,8})$/u.test(
      text,
    ) &&
    !acts
  );
}
