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
}

/** The same message gives the same reading. */
export type TurnReader = (text: string) => TurnReading;

/** What was learned: scores of labels, of which only differences mean something, and what a text has beyond a label. */
export interface LearnedTurns {
  read(text: string): { scoreOf(label: string): number };
  beyond(text: string, label: string): string;
}

/**
 * How sharply scores become probabilities; at 4 the probability of the best kind is how often it is the right one, when
 * every voice of knowledge/turns is read by what the others taught (`npm run measure:conversations -- --turns`).
 */
const SHARPNESS = 4;

/** A reader over what was learned from lines shaped by `shapeOf`. */
export function createTurnReader(learned: LearnedTurns): TurnReader {
  return (text) => {
    const shape = shapeOf(text);
    const reading = learned.read(shape);
    const all = TURN_KINDS.map((kind) => reading.scoreOf(kind));
    const best = all.reduce((a, b) => Math.max(a, b));
    const shares = all.map((score) => Math.exp(SHARPNESS * (score - best)));
    const sum = shares.reduce((a, b) => a + b);
    const of = (...kinds: readonly TurnKind[]) =>
      TURN_KINDS.reduce((p, kind, i) => (kinds.includes(kind) ? p + (shares[i] as number) / sum : p), 0);
    return {
      kind: TURN_KINDS[all.indexOf(best)] as TurnKind,
      of,
      beyond: (kind) => learned.beyond(shape, kind).replace(/[αωβγδεζηθν]/gu, ''),
    };
  };
}
