import { TURN_KINDS, type TurnKind } from './kinds.js';
import { shapeOf } from './shape.js';

/** What a message does, by what was learned from knowledge/turns. */
export interface TurnReading {
  /** The most probable. */
  readonly kind: TurnKind;
  /** 0 to 1; all kinds together are 1. */
  of(...kinds: readonly TurnKind[]): number;
  /** The characters that were in no message of a kind: what is named besides (死亡 in 死亡证明去哪办). */
  beyond(kind: TurnKind): string;
  /** The same with those that speak more of a question than of the kind (路灯坏了 in 小区路灯坏了归谁管). */
  naming(kind: TurnKind): string;
}

/** The same message gives the same reading. */
export type TurnReader = (text: string) => TurnReading;

/** What was learned from lines shaped by `shapeOf`. */
export interface LearnedTurns {
  /** Probabilities by kind, together 1. */
  shares(text: string): ReadonlyMap<string, number>;
  /** The characters of a text that stand in no pair that was seen with a label. */
  beyond(text: string, label: string): string;
  /** Besides them, the characters of pairs that tell more of a question than of the label. */
  naming(text: string, label: string): string;
}

/** What `shapeOf` adds to a text. */
const SIGNS = /[αωβγδεζηθν]/gu;

/** A reader over what was learned. */
export function createTurnReader(learned: LearnedTurns): TurnReader {
  return (text) => {
    const shape = shapeOf(text);
    const shares = learned.shares(shape);
    const share = (kind: TurnKind) => shares.get(kind) ?? 0;
    const of = (...kinds: readonly TurnKind[]) =>
      TURN_KINDS.reduce((sum, kind) => (kinds.includes(kind) ? sum + share(kind) : sum), 0);
    return {
      kind: TURN_KINDS.reduce((best, kind) => (share(kind) > share(best) ? kind : best)),
      of,
      beyond: (kind) => learned.beyond(shape, kind).replace(SIGNS, ''),
      naming: (kind) => learned.naming(shape, kind).replace(SIGNS, ''),
    };
  };
}
