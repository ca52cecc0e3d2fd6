import { QingdanError, shown } from '#errors.js';
import type { Entry } from '#registers/entry.js';
import type { SelfCheck } from '#registers/facts.js';
import { measured } from '#registers/measure.js';

/** One answer of a self-check sheet. */
export interface SheetAnswer {
  /** Number that the registers give; null where they can't say. */
  readonly counted: number | null;
  /** What the community says; empty as long as it says nothing. */
  readonly said: string;
}

/** 自查表 of one community in a campaign. */
export interface Sheet {
  readonly campaign: string;
  /** Code of the community. */
  readonly region: string;
  readonly place: string;
  readonly state: SheetState;
  /** By id of the question. */
  readonly answers: Readonly<Record<string, SheetAnswer>>;
  readonly submitted: { readonly day: string; readonly by: string } | null;
  /** Why it was given back; null where it wasn't. */
  readonly returned: string | null;
}

export const SHEET_STATES = ['open', 'submitted'] as const;
export type SheetState = (typeof SHEET_STATES)[number];

export type SheetEvent =
  /** What the community says, by id of the question; others stay. */
  | { type: 'answer'; said: Readonly<Record<string, string>> }
  | { type: 'submit' }
  /** To be filled in again. */
  | { type: 'return'; reason: string };
export type SheetEventType = SheetEvent['type'];

export const SHEET_EVENT_FROM: Readonly<Record<SheetEventType, readonly SheetState[]>> = {
  answer: ['open'],
  submit: ['open'],
  return: ['submitted'],
};

/** UTF-16 units of one answer. */
const LONGEST_ANSWER = 1000;

/** A sheet with what the community's own registers say already. @param entries of that community, of a year */
export function prefilledSheet(
  campaign: string,
  community: { region: string; place: string },
  { questions }: SelfCheck,
  entries: readonly Entry[],
): Sheet {
  const answers = questions.map(({ id, measure }): [string, SheetAnswer] => {
    const counted = measure === undefined ? null : measured(measure, entries);
    return [id, { counted, said: counted === null ? '' : String(counted) }];
  });
  return {
    campaign,
    ...community,
    state: 'open',
    answers: Object.fromEntries(answers),
    submitted: null,
    returned: null,
  };
}

/** The sheet after an event. @throws QingdanError QD-STATE, QD-INPUT */
export function applyToSheet(
  sheet: Sheet,
  event: SheetEvent,
  { day, by }: { day: string; by: string },
): Sheet {
  if (!SHEET_EVENT_FROM[event.type].includes(sheet.state)) {
    throw new QingdanError(
      'QD-STATE',
      sheet.state === 'open' ? '自查表还没有交' : '自查表已经交了，要改请上级退回',
    );
  }
  switch (event.type) {
    case 'answer':
      return { ...sheet, answers: { ...sheet.answers, ...checkedAnswers(sheet, event.said) } };
    case 'submit': {
      const empty = Object.values(sheet.answers).filter(({ said }) => said === '').length;
      if (empty > 0) throw new QingdanError('QD-INPUT', `自查表还有 ${empty} 题没有回答`);
      return { ...sheet, state: 'submitted', submitted: { day, by }, returned: null };
    }
    case 'return': {
      const reason = event.reason.trim();
      if (reason === '') throw new QingdanError('QD-INPUT', '退回自查表要写明理由');
      return { ...sheet, state: 'open', submitted: null, returned: reason };
    }
  }
}

function checkedAnswers(
  { answers }: Sheet,
  said: Readonly<Record<string, string>>,
): Record<string, SheetAnswer> {
  const checked: Record<string, SheetAnswer> = {};
  for (const [id, text] of Object.entries(said)) {
    const before = answers[id];
    if (before === undefined) throw new QingdanError('QD-INPUT', `自查表里没有「${shown(id)}」这一题`);
    if (text.length > LONGEST_ANSWER) {
      throw new QingdanError(
        'QD-INPUT',
        `一题最多写 ${LONGEST_ANSWER} 字，「${shown(text)}」有 ${text.length} 字`,
      );
    }
    checked[id] = { ...before, said: text.trim() };
  }
  return checked;
}

/** Ids of questions whose number isn't the one that needs no rectification, or differs from what the registers say. */
export function doubtfulAnswers(
  sheet: Sheet,
  { questions }: SelfCheck,
): { id: string; why: 'not-good' | 'differs' }[] {
  return questions.flatMap(({ id, good }): { id: string; why: 'not-good' | 'differs' }[] => {
    const answer = sheet.answers[id];
    if (answer === undefined || answer.said === '') return [];
    const differs = answer.counted !== null && answer.said !== String(answer.counted);
    const isGood = good === undefined || answer.said === String(good);
    return [
      ...(isGood ? [] : [{ id, why: 'not-good' as const }]),
      ...(differs ? [{ id, why: 'differs' as const }] : []),
    ];
  });
}
