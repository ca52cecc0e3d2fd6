import { SEAL_OUTCOMES } from '#registers/kinds/seal.js';
import type { ReportedStamp } from './register-desk.js';

/** What has been said of a stamp so far. */
export type StampDraft = Partial<ReportedStamp>;

/** What is asked next, in this order. */
export const STAMP_QUESTIONS: readonly (readonly [field: keyof ReportedStamp, question: string])[] = [
  ['place', '哪个社区（村）的章？'],
  ['paper', '开的是什么证明或文书？'],
  ['demander', '哪个单位要的？不知道就说「不知道」'],
  ['outcome', `结果是哪一种：${SEAL_OUTCOMES.join('、')}？`],
];

const OUTCOME_WORDS: readonly (readonly [said: RegExp, outcome: (typeof SEAL_OUTCOMES)[number]])[] = [
  [/不予出具|没开|没有开|不开|没盖|没有盖|不盖|拒/u, '不予出具'],
  [/转(?:其他|别的)?(?:单位|部门)?|去.+办/u, '转其他单位办理'],
  [/出具|开了|已开|盖了|已盖/u, '出具'],
];
const UNKNOWN = /^(?:不知道|不清楚|没说|没有说|不详)$/u;
/** A question is for others to answer, whatever was asked before. */
const QUESTION = /[?？]|吗|怎么|能不能|可不可以|哪里|哪儿|为什么/u;
/** UTF-16 units of one answer. */
const LONGEST = 100;

/** The field that is still missing, with its question; null where nothing is. */
export function missing(draft: StampDraft): (typeof STAMP_QUESTIONS)[number] | null {
  return STAMP_QUESTIONS.find(([field]) => draft[field] === undefined) ?? null;
}

/** The draft with an answer to what was asked; null where the answer can't be one. */
export function answeredStamp(draft: StampDraft, said: string): StampDraft | null {
  const [field] = missing(draft) ?? [];
  if (field === undefined || said === '' || said.length > LONGEST || QUESTION.test(said)) return null;
  if (field !== 'outcome') return { ...draft, [field]: UNKNOWN.test(said) ? '' : said };
  const outcome = outcomeIn(said);
  return outcome === null ? null : { ...draft, outcome };
}

/** What a report in one message says: 登记用章：阳光社区，居住证明，某银行要的，不予出具. */
export function reportedAtOnce(text: string): StampDraft {
  const draft: { -readonly [Field in keyof ReportedStamp]?: string } = {};
  for (const part of text
    .split(/[,，。;；\n]+/u)
    .map((one) => one.trim())
    .filter((one) => one !== '' && one.length <= LONGEST)) {
    const [, demander] = /^(.+?)(?:要的|要求的|让开的|要开的|要)$/u.exec(part) ?? [];
    const outcome = outcomeIn(part);
    if (demander !== undefined) draft.demander ??= demander;
    else if (/(?:社区|村|居委会|村委会)$/u.test(part)) draft.place ??= part;
    else if (outcome !== null) draft.outcome ??= outcome;
    else draft.paper ??= part;
  }
  return draft;
}

export function isWhole(draft: StampDraft): draft is ReportedStamp {
  return missing(draft) === null;
}

function outcomeIn(said: string): string | null {
  return OUTCOME_WORDS.find(([words]) => words.test(said))?.[1] ?? null;
}
