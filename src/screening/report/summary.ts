import type { Verdict } from '../../decision/answer.js';
import { citationLine } from '../../decision/wording.js';
import type { ScreenedTask, Screening } from '../screening.js';
import { adviceFor } from '../suggestion.js';

/** What a report says for a verdict. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  autonomy: '可以承担（自治）',
  assist: '依法协助',
  negative: '不应承担',
  'may-certify': '可以出具证明',
  'must-not-certify': '不应出具证明',
  'not-listed': '清单未列',
  information: '有专门规定',
  clarify: '待人工核对',
  'out-of-scope': '不在范围',
  'triage-government': '大事，政府快办',
  'triage-consult': '小事，协商共办',
  'triage-self': '私事，引导自办',
};

const DEMAND_WORDS: Readonly<Record<NonNullable<ScreenedTask['demand']>, string>> = {
  assessment: '考核评比',
  plaque: '挂牌',
  trace: '截图留痕',
  meeting: '会议',
  ledger: '台账报表',
  seal: '盖章',
};

/** Stands for what the notice doesn't say and a person fills in. */
export const BLANK = '____';
/** In the summary, where nobody fills anything in. */
const UNSAID = '通知里没有写明';

/** 判定 as a report shows it: with the sort of demand, and marked where it isn't sure. */
export function verdictText({ verdict, demand, band }: ScreenedTask): string {
  const sort = demand === null ? '' : `（${DEMAND_WORDS[demand]}）`;
  const word = demand !== null && verdict === 'information' ? '形式负担' : VERDICT_WORDS[verdict];
  return `${word}${sort}${band === 'confirm' ? '，请核对' : ''}`;
}

/** The phrase on one line, without characters that no document may hold. */
export const phraseText = ({ phrase }: ScreenedTask): string =>
  phrase
    .replace(/\s*\n\s*/gu, '')
    .replace(/\p{Cc}/gu, ' ')
    .trim();

/** All sources of a task, one per entry. */
export const basisText = ({ citations }: ScreenedTask): string[] => citations.map(citationLine);

/** What was read, and how many tasks came to which verdict, as lines 名称: 内容. */
export function summaryLines(screening: Screening): [name: string, content: string][] {
  const { tasks } = screening;
  const count = (holds: (task: ScreenedTask) => boolean) => tasks.filter(holds).length;
  const matters = (verdict: Verdict, papers?: boolean) =>
    count(
      (task) =>
        task.demand === null &&
        task.verdict === verdict &&
        (papers === undefined || task.certificate === papers),
    );
  const counts: [string, number][] = [
    ['其中：可以承担（自治）', matters('autonomy')],
    ['其中：依法协助', matters('assist')],
    ['其中：不应承担', matters('negative')],
    ['其中：可以出具的证明', matters('may-certify')],
    ['其中：不应出具的证明', matters('must-not-certify')],
    ['其中：清单未列，须先准入', matters('not-listed', false)],
    ['其中：证明清单未列', matters('not-listed', true)],
    ['其中：有专门规定', matters('information')],
    ['其中：考核、台账、留痕等形式负担', count(({ demand }) => demand !== null)],
    ['判定没有把握，请人工核对', count(({ band }) => band === 'confirm')],
  ];
  return [
    ['文件', screening.title ?? UNSAID],
    ['文号', screening.number ?? UNSAID],
    ['发文单位', screening.issuer ?? UNSAID],
    ['来源', screening.source],
    ['适用地区和日期', `${screening.region}，${screening.date}（清单版本 ${screening.catalogueVersion}）`],
    ['交给社区的任务', `${tasks.length} 项`],
    ...counts.filter(([, n]) => n > 0).map(([name, n]): [string, string] => [name, `${n} 项`]),
  ];
}

/** The advice without its basis, which has a column of its own. */
function shortAdvice({ verdict, certificate, demand, band, candidates }: ScreenedTask): string {
  const near = band === 'confirm' && candidates[0] !== undefined ? `。请核对「${candidates[0]}」` : '';
  return `${adviceFor(verdict, certificate, demand === null ? null : DEMAND_WORDS[demand])}${near}。`;
}

/** Heads of the table's columns. */
export const COLUMNS = ['序号', '任务原文', '判定', '清单事项', '依据', '建议'] as const;

/** A task as a row of the table, in the order of `COLUMNS`. */
export function rowOf(task: ScreenedTask, index: number): string[] {
  return [
    String(index + 1),
    phraseText(task),
    verdictText(task),
    task.item?.name ?? '',
    basisText(task).join('；'),
    shortAdvice(task),
  ];
}
