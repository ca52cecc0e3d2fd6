import type { Field } from './field.js';
import type { EntryState } from './state.js';

export const KIND_IDS = [
  'seal',
  'forms',
  'fields',
  'boards',
  'channels',
  'meetings',
  'assessments',
  'plans',
  'covenants',
  'organisations',
] as const;
export type KindId = (typeof KIND_IDS)[number];

/** What is decided of an entry, in the words of its register. */
export interface DecisionWords {
  /** What has to be done before it may be asked of a community: 准入, 核准. */
  readonly of: string;
  /** Words of the states. */
  readonly admitted: string;
  readonly refused: string;
  /** Nobody has decided yet. */
  readonly undecided: string;
}

/** How people ask of a register's entries in a conversation. */
export interface AskedWords {
  /** What they call an entry, longest first: 报表, 表. */
  readonly nouns: readonly string[];
  /** Shorter ones, which tell enough only behind what they would rather not do: 不填表. */
  readonly short: readonly string[];
  /** What they would rather not do: 填, 报. */
  readonly verbs: readonly string[];
  /** Whether a task stands behind it, of which the lists may say something. */
  readonly task: boolean;
  /** How it is put into the register, in a sentence. */
  readonly howToEnter: string;
}

/** What is wanted of a register: single entries, what they come to, or which data several forms ask for. */
export type Wanted = 'entries' | 'summary' | 'shared';

/** How people ask in a conversation what a register holds. */
export interface LookedWords {
  /** What they call it, with 登记 or 汇总 behind. */
  readonly nouns: readonly string[];
  /** Keys of the fields that are said of each entry. */
  readonly shows: readonly string[];
  /** Where no time is named, the year that it is is meant; else all there is. */
  readonly thisYear: boolean;
  /**
   * What else they say: patterns for the whole text without its time and without 我们社区 in front. A group `name` is what
   * the entry is about, `place` its community.
   */
  readonly asks: readonly {
    readonly want: Wanted;
    readonly pattern: string;
    /** Key of the field that is asked for: which entries have it and which don't. */
    readonly field?: string;
    /** Only entries in this state. */
    readonly state?: EntryState;
  }[];
}

/** One kind of register, as data: the engine knows no kind by name. */
export interface RegisterKind {
  readonly id: KindId;
  readonly name: string;
  /** What it is kept for, in one Chinese sentence. */
  readonly is: string;
  /** Word in an entry's number: 用章〔2026〕0001号. */
  readonly word: string;
  readonly fields: readonly Field[];
  /** Key of the field that names what it is about, by which entries are found and counted. */
  readonly what: string;
  /** Key of the field that says who asks for it; null where nobody does. */
  readonly who: string | null;
  /** Key of the field that an entry is counted by besides; null for none. */
  readonly outcome: string | null;
  /** Key of the date field by which it belongs to a year. */
  readonly day: string;
  /** Null where nothing is decided of an entry: it is a record of what was. */
  readonly decision: DecisionWords | null;
  /** What whoever puts an entry in has to be allowed: to keep the register, or to decide for its region. */
  readonly adding: 'create' | 'decide';
  /** Matters of the library whose rules hold for it. */
  readonly matters: readonly string[];
  /** May be shown to whoever asks in the region: it holds nothing personal. */
  readonly open: boolean;
  /** Null where nobody asks of single entries. */
  readonly asked: AskedWords | null;
  readonly looked: LookedWords;
}
