import { QingdanError, shown } from '#errors.js';
import { type Field, readCell, type Value, type Values } from './field.js';
import type { KindId, RegisterKind } from './kind.js';
import { ENTRY_STATES, type EntryState } from './state.js';

export { ENTRY_STATES, type EntryState };

/** What goes into a register, before it has a number. */
export interface Draft {
  readonly kind: KindId;
  /** Code of the region whose register it is. */
  readonly region: string;
  /** The community or office in words; empty where only the code is known. */
  readonly place: string;
  readonly values: Values;
}

/** One row of a register. */
export interface Entry extends Draft {
  readonly id: string;
  /** As it is printed: 用章〔2026〕0001号. */
  readonly number: string;
  /** YYYY-MM-DD, by which it belongs to a year. */
  readonly day: string;
  readonly state: EntryState;
  /** The decision on it; null as long as there is none. */
  readonly decided: Decision | null;
  /** When and why it was taken off; null as long as it is on. */
  readonly ended: { readonly day: string; readonly reason: string } | null;
}

export interface Decision {
  readonly day: string;
  readonly by: string;
  /** 文号 or number of the decision; null where there is none. */
  readonly number: string | null;
  /** Why; null where none was given. */
  readonly reason: string | null;
}

/** What is wrong with a field of a draft. */
export interface FieldFault {
  readonly label: string;
  readonly message: string;
}

/** Cells by the keys of fields, read; faults where a cell can't be, and where a required one is empty. */
export function readValues(
  kind: RegisterKind,
  cells: Readonly<Record<string, string>>,
): { values: Values; faults: FieldFault[] } {
  const values: Record<string, Value> = {};
  const faults: FieldFault[] = [];
  for (const field of kind.fields) {
    const read = readCell(field, cells[field.key] ?? '');
    if ('fault' in read) faults.push({ label: field.label, message: read.fault });
    else if (read.value !== null && !isEmptyList(read.value)) values[field.key] = read.value;
    else if (field.required) faults.push({ label: field.label, message: '没有填' });
  }
  return { values, faults };
}

const isEmptyList = (value: Value): boolean => typeof value === 'object' && value.length === 0;

/** Values that fit, or an error that names the first field that doesn't. @throws QingdanError QD-INPUT */
export function checkedValues(kind: RegisterKind, cells: Readonly<Record<string, string>>): Values {
  const unknown = Object.keys(cells).find((key) => !kind.fields.some((field) => field.key === key));
  if (unknown !== undefined) {
    throw new QingdanError(
      'QD-INPUT',
      `${kind.name}没有「${shown(unknown)}」这一栏，有的是：${kind.fields.map(({ label }) => label).join('、')}`,
    );
  }
  const { values, faults } = readValues(kind, cells);
  const [first] = faults;
  if (first === undefined) return values;
  throw new QingdanError('QD-INPUT', `${kind.name}的「${first.label}」${first.message}`);
}

/** The field with this key or Chinese label. */
export function fieldNamed(kind: RegisterKind, name: string): Field | undefined {
  return kind.fields.find(({ key, label }) => key === name || label === name);
}

/** A text of a draft or entry; empty where it has none. */
export function textOf({ values }: Pick<Draft, 'values'>, key: string | null): string {
  const value = key === null ? undefined : values[key];
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'object' ? value.join('、') : String(value);
}

/** The day by which a draft belongs to a year. @throws QingdanError QD-INPUT where it has none */
export function dayOf(kind: RegisterKind, { values }: Pick<Draft, 'values'>): string {
  const day = values[kind.day];
  if (typeof day === 'string') return day;
  const label = kind.fields.find(({ key }) => key === kind.day)?.label ?? kind.day;
  throw new QingdanError('QD-INPUT', `${kind.name}的「${label}」没有填`);
}

/** The number as it is printed: word of the register, year, running number within the region and year. */
export function entryNumber(kind: RegisterKind, year: string, running: number): string {
  return `${kind.word}〔${year}〕${String(running).padStart(4, '0')}号`;
}

/** An entry without what names persons, for whoever isn't of the community itself. */
export function withoutPersons(kind: RegisterKind, entry: Entry): Entry {
  const personal = kind.fields.filter((field) => field.personal === true).map(({ key }) => key);
  if (!personal.some((key) => key in entry.values)) return entry;
  const values = Object.fromEntries(Object.entries(entry.values).filter(([key]) => !personal.includes(key)));
  return { ...entry, values };
}
