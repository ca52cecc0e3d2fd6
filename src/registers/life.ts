import { QingdanError, shown } from '#errors.js';
import { dayOf, type Entry, type EntryState } from './entry.js';
import type { Values } from './field.js';
import type { RegisterKind } from './kind.js';

/** What may happen to an entry. */
export type EntryEvent =
  /** All values anew. */
  | { type: 'amend'; values: Values }
  | { type: 'admit'; number: string | null; reason: string | null }
  | { type: 'refuse'; reason: string }
  /** A decision is taken back: as if nobody had decided. */
  | { type: 'reopen'; reason: string }
  /** Taken off the register: entered by mistake, or no longer asked for. */
  | { type: 'end'; reason: string };

export type EntryEventType = EntryEvent['type'];

/** From which states each event may happen. */
export const EVENT_FROM: Readonly<Record<EntryEventType, readonly EntryState[]>> = {
  amend: ['recorded'],
  admit: ['recorded'],
  refuse: ['recorded'],
  reopen: ['admitted', 'refused'],
  end: ['recorded', 'admitted', 'refused'],
};

/** Events that decide, and are for whoever may decide. */
export const DECIDING: ReadonlySet<EntryEventType> = new Set(['admit', 'refuse', 'reopen']);

const EVENT_WORDS: Readonly<Record<EntryEventType, string>> = {
  amend: '修改',
  admit: '批准',
  refuse: '不批准',
  reopen: '重新研究',
  end: '停用',
};

/**
 * The entry after an event. @throws QingdanError QD-STATE where the event can't happen to it now; QD-INPUT for a reason
 * that is missing
 */
export function applyToEntry(
  kind: RegisterKind,
  entry: Entry,
  event: EntryEvent,
  { day, by }: { day: string; by: string },
): Entry {
  if (DECIDING.has(event.type) && kind.decision === null) {
    throw new QingdanError('QD-STATE', `${kind.name}只是记录，不需要批准`);
  }
  if (!EVENT_FROM[event.type].includes(entry.state)) {
    const now = stateWord(kind, entry.state);
    throw new QingdanError('QD-STATE', `${entry.number}现在是「${now}」，不能${EVENT_WORDS[event.type]}`);
  }
  switch (event.type) {
    case 'amend':
      return { ...entry, values: event.values, day: dayOf(kind, { values: event.values }) };
    case 'admit':
      return {
        ...entry,
        state: 'admitted',
        decided: { day, by, number: event.number, reason: event.reason },
      };
    case 'refuse':
      return { ...entry, state: 'refused', decided: { day, by, number: null, reason: reasonOf(event) } };
    case 'reopen':
      reasonOf(event);
      return { ...entry, state: 'recorded', decided: null };
    case 'end':
      return { ...entry, state: 'ended', ended: { day, reason: reasonOf(event) } };
  }
}

/** The state in the words of the register. */
export function stateWord({ decision }: RegisterKind, state: EntryState): string {
  if (state === 'ended') return '已停用';
  if (decision === null) return '在册';
  if (state === 'admitted') return decision.admitted;
  return state === 'refused' ? decision.refused : decision.undecided;
}

function reasonOf({ type, reason }: { type: EntryEventType; reason: string }): string {
  const text = reason.trim();
  if (text !== '') return text;
  throw new QingdanError('QD-INPUT', `${shown(EVENT_WORDS[type])}要写明理由`);
}
