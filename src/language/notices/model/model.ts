import type { Linear } from './linear.js';

/** What was fitted on marked notices; each part's own file says what it looks at. */
export interface NoticeModel {
  /** SHA-256 of the notices it was fitted on. */
  readonly data: string;
  /** Sorts of words by the hash of the word: what part of speech jieba's dictionary gives it, 0 where it has none. */
  readonly classes: Uint8Array;
  /** Whether what is told to nobody in a text is told to the committee. */
  readonly addressee: Linear;
  /** Whether a unit holds a task of the committee. */
  readonly units: Linear;
  /** The same again, by what the units around it are. */
  readonly neighbours: Linear;
  /** Where in a unit a task begins and ends: scores of the three labels of a chain. */
  readonly characters: Linear;
  readonly transitions: Float32Array;
  /** Whether a task ends at a joint inside a run of them. */
  readonly joints: Linear;
  /** Of which sort a task is, by `TASK_SORTS`. */
  readonly sorts: Linear;
  /** Why a unit holds none, by `UNIT_REASONS`. */
  readonly reasons: Linear;
}

export const MODEL_PARTS = [
  'addressee',
  'units',
  'neighbours',
  'characters',
  'joints',
  'sorts',
  'reasons',
] as const;
