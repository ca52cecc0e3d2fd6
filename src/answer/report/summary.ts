import type { Verdict } from '#ruling/index.js';
import { adviceFor } from '../notices/advice.js';
import { FORMALITY_WORDS } from '../notices/formalities.js';
import type { ScreenedTask, Screening } from '../notices/screening.js';
import { voiceOf } from '../verdicts.js';
import type { NumberedBases } from './bases.js';

/** What the notice doesn't say. */
const UNSAID = '通知里没有写明';

/** 判定 as a report shows it: with the sort of demand, and marked where it isn't sure. */
export function verdictText({ verdict, demand, band }: ScreenedTask): string {
  const sort = demand === null ? '' : `（${FORMALITY_WORDS[demand].short}）`;
  const word = demand !== null && verdict === 'information' ? '形式负担' : voiceOf(verdict).word;
  return `${word}${sort}${band === 'confirm' ? '，请核对' : ''}`;
}

/** The phrase on one line, without characters that no document may hold. */
export const phraseText = ({ phrase }: ScreenedTask): string =>
  phrase
    .replace(/\s*\n\s*/gu, '')
    .replace(/\p{Cc}/gu, ' ')
    .trim();

/** What was read, and how many tasks came to which verdict, as lines 名称: 内容. */
export function summaryLines(screening: Screening): [name: string, content: string][] {
  return [
    ...headLines(screening),
    ['交给社区的任务', `${screening.tasks.length} 项`],
    ...counts(screening).map(([name, n]): [string, string] => [`其中：${name}`, `${n} 项`]),
  ];
}

/** What was read, on one line. */
export const headText = (screening: Screening): string =>
  headLines(screening)
    .map(([name, content]) => `${name}：${content}`)
    .join('　');

/** How many tasks came to which verdict, on one line. */
export function countsText(screening: Screening): string {
  const each = counts(screening).map(([name, n]) => `${name} ${n} 项`);
  const all = `交给社区的任务 ${screening.tasks.length} 项`;
  return each.length === 0 ? `${all}。` : `${all}：${each.join('，')}。`;
}

function headLines(screening: Screening): [name: string, content: string][] {
  return [
    ['文件', screening.title ?? UNSAID],
    ['文号', screening.number ?? UNSAID],
    ['发文单位', screening.issuer ?? UNSAID],
    ['来源', screening.source],
    ['适用地区和日期', `${screening.region}，${screening.date}（清单版本 ${screening.catalogueVersion}）`],
  ];
}

/** Verdicts that came up, with how often. */
function counts({ tasks }: Screening): [name: string, n: number][] {
  const count = (holds: (task: ScreenedTask) => boolean) => tasks.filter(holds).length;
  const matters = (verdict: Verdict, papers?: boolean) =>
    count(
      (task) =>
        task.demand === null &&
        task.verdict === verdict &&
        (papers === undefined || task.certificate === papers),
    );
  const all: [string, number][] = [
    ['可以承担（自治）', matters('autonomy')],
    ['依法协助', matters('assist')],
    ['不应承担', matters('negative')],
    ['可以出具的证明', matters('may-certify')],
    ['不应出具的证明', matters('must-not-certify')],
    ['清单未列，须先准入', matters('not-listed', false)],
    ['证明清单未列', matters('not-listed', true)],
    ['有专门规定', matters('information')],
    ['考核、台账、留痕等形式负担', count(({ demand }) => demand !== null)],
    ['判定没有把握，请人工核对的', count(({ band }) => band === 'confirm')],
  ];
  return all.filter(([, n]) => n > 0);
}

/** The advice without its basis, which has a column of its own. */
function shortAdvice(task: ScreenedTask): string {
  const [nearest] = task.candidates;
  const near = task.band === 'confirm' && nearest !== undefined ? `。请核对「${nearest}」` : '';
  return `${adviceFor(task, 'short')}${near}。`;
}

/** Heads of the table's columns. */
export const COLUMNS = ['序号', '任务原文', '判定', '清单事项', '依据', '建议'] as const;

/** A task as a row of the table, in the order of `COLUMNS`; its bases by their numbers. @param number its place in the notice, from 1 */
export function rowOf(task: ScreenedTask, number: number, bases: NumberedBases): string[] {
  return [
    String(number),
    phraseText(task),
    verdictText(task),
    task.item?.name ?? '',
    bases
      .numbersOf(task)
      .map((n) => `[${n}]`)
      .join(''),
    shortAdvice(task),
  ];
}
