import type { Entry, EntryState } from '#registers/entry.js';
import type { Field, Value } from '#registers/field.js';
import type { KindId } from '#registers/kind.js';
import type { Step, StepField } from '../../parts/step-form.js';
import { chinaDay } from '../today/days.js';

export type { Entry };

/** A kind of register, as the API describes it. */
export interface Kind {
  id: KindId;
  name: string;
  /** What it records. */
  is: string;
  /** 准入, 核准… where somebody decides on its rows; null where it only records. */
  decides: string | null;
  fields: readonly (Pick<Field, 'key' | 'label' | 'sort'> & {
    choices: readonly string[];
    required: boolean;
    hint: string | null;
    personal: boolean;
  })[];
  states: Readonly<Record<EntryState, string>>;
}

export interface Summary {
  total: number;
  line: string;
  tables: readonly { name: string; rows: readonly (readonly string[])[] }[];
  limits: readonly string[];
}

export const PATH = '/api/v1/registers';

/** A value as a cell shows it. */
export function cellOf(value: Value | undefined): string {
  if (value === undefined) return '—';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return value.join('、');
}

const SORTS = {
  text: 'text',
  date: 'day',
  whole: 'number',
  choice: 'choice',
  list: 'names',
  yes: 'yes',
} as const;

/** Pixels of a column by what stands in it; words take what is left. */
export const WIDTHS: Readonly<Record<keyof typeof SORTS, number>> = {
  text: 150,
  date: 115,
  whole: 90,
  choice: 120,
  list: 150,
  yes: 90,
};

/** What is asked for a new row of a register. */
export const entryFields = ({ fields }: Kind): StepField[] =>
  fields.map(({ key, label, sort, choices, required, hint }) => ({
    name: key,
    label,
    is: SORTS[sort],
    optional: !required,
    // What is written down is mostly of today.
    ...(sort === 'date' && required ? { initial: chinaDay() } : {}),
    ...(hint === null ? {} : { extra: hint }),
    choices: choices.map((value) => ({ value, label: value })),
  }));

const reason: StepField = { name: 'reason', label: '理由', is: 'text' };

/** What may be done with a row; a register that only records has no decision. */
export function stepsOf({ decides }: Kind, { state }: Entry, mayDecide: boolean): Step[] {
  if (state === 'ended') return [];
  const end: Step = { type: 'end', label: '停用', fields: [reason] };
  if (decides === null || !mayDecide) return [end];
  const admit: Step = {
    type: 'admit',
    label: decides,
    fields: [
      { name: 'number', label: '文号', is: 'line', optional: true },
      { ...reason, optional: true },
    ],
  };
  const refuse: Step = { type: 'refuse', label: `不予${decides}`, fields: [reason] };
  const reopen: Step = { type: 'reopen', label: '重新研究', fields: [reason] };
  return state === 'recorded' ? [admit, refuse, end] : [reopen, end];
}
