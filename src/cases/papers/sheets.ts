import type { Case } from '../case.js';
import { type Limits, limitOf } from '../limits.js';
import { classWords, DUE_WORDS, KIND_WORDS, OUTCOME_WORDS, SOURCE_WORDS } from '../words.js';
import { BLANK, dayWords, type Paper } from './paper.js';

/** What a sheet needs besides its case. */
export interface SheetContext {
  number: string;
  /** Name of the office that signs. */
  office: string;
  /** YYYY-MM-DD. */
  day: string;
  limits: Limits;
  /** Where it is; null where nobody said. */
  place: string | null;
}

const about = (one: Case): string => one.paper?.name ?? one.sorting.matter ?? one.text;
const rowsOf = (...rows: (readonly [string, string | null])[]) =>
  rows.filter((row): row is readonly [string, string] => row[1] !== null && row[1] !== '');

/** 受理回执, with the code by which its holder asks for the status; null where it was given before. */
export function receiptOf(
  one: Case,
  code: string | null,
  { number, office, day, limits, place }: SheetContext,
): Paper {
  const limit = limitOf(one, limits);
  const dueDay = one.due === null ? null : `${dayWords(one.due.day)}前${DUE_WORDS[one.due.for]}`;
  return {
    title: '受理回执',
    number,
    to: null,
    rows: rowsOf(
      ['事项', `${KIND_WORDS[one.kind]}：${about(one)}`],
      ['您说的', one.text],
      ['地点', place],
      ['来源', SOURCE_WORDS[one.source]],
      ['接件日期', dayWords(one.receivedOn)],
      ['分流', one.kind === 'paper' ? null : classWords(one.sorting.class)],
      ['理由', one.kind === 'paper' ? null : one.sorting.why],
      ['负责的单位', one.sorting.responsible],
      ['下一步', dueDay],
      ['办结时限', `${limit.days}个工作日（${limit.basis}）`],
      ['查询码', code],
    ),
    paragraphs: ['凭件号和查询码，可以在窗口、电话、网页或对话里查办到哪一步；查询码请不要给别人。'],
    office,
    day,
    notes: one.due?.sure === false ? ['时限所在年份的放假安排还没有公布，按周一至周五计。'] : [],
  };
}

/** 流转单: what the office that gets it has to know. */
export function routingSlipOf(one: Case, { number, office, day, limits, place }: SheetContext): Paper {
  const limit = limitOf(one, limits);
  return {
    title: '诉求流转单',
    number,
    to: one.office?.name ?? BLANK,
    rows: rowsOf(
      ['诉求', one.text],
      ['地点', place],
      ['接件日期', dayWords(one.receivedOn)],
      ['分流', `${classWords(one.sorting.class)}：${one.sorting.why}`],
      ['负责的单位', one.sorting.responsible],
      ['社区能做的', one.sorting.committee],
      [
        '请办结于',
        one.due === null ? null : `${dayWords(one.due.day)}（${limit.days}个工作日，${limit.basis}）`,
      ],
      ['曾退回', one.returns.map((back) => `${dayWords(back.day)}${back.from}：${back.reason}`).join('；')],
    ),
    paragraphs: [
      ...one.sorting.basis.map((line) => `依据：${line}`),
      '请在时限内把办理结果告诉本窗口；不属于贵单位办理的，请写明理由退回。',
    ],
    office,
    day,
    notes: [],
  };
}

/** 协商记录 of the newest meeting; null where none was held. */
export function meetingNoteOf(one: Case, { number, office, day }: SheetContext): Paper | null {
  const met = one.meetings.at(-1);
  if (met === undefined) return null;
  return {
    title: '协商议事记录',
    number,
    to: null,
    rows: rowsOf(
      ['议题', about(one)],
      ['时间', dayWords(met.day)],
      ['地点', met.place ?? BLANK],
      ['参加人', met.participants.join('、')],
      ['经过', met.note],
      ['结果', met.result],
      ['是否一致', met.agreed ? '协商一致' : '未达成一致'],
    ),
    paragraphs: ['参加人签名：'],
    office,
    day,
    notes: [],
  };
}

/** 答复; null while there is no result. */
export function replyOf(one: Case, { number, office, day }: SheetContext): Paper | null {
  const { result, reply, sorting } = one;
  if (result === null) return null;
  return {
    title: '办理结果答复',
    number,
    to: null,
    rows: rowsOf(
      ['事项', about(one)],
      ['接件日期', dayWords(one.receivedOn)],
      ['分流', one.kind === 'paper' ? null : classWords(sorting.class)],
      ['办理单位', one.office?.name ?? office],
      ['结果', `${OUTCOME_WORDS[result.outcome]}。${result.text}`],
      ['文书编号', result.paperNumber],
    ),
    paragraphs: [
      ...(reply === null ? [] : [reply.text]),
      ...(result.outcome === 'guided' && sorting.turnTo !== null ? [`可以找：${sorting.turnTo}。`] : []),
      '对办理结果有意见的，可以在回访时说明，或者拨打12345反映。',
    ],
    office,
    day,
    notes: [],
  };
}
