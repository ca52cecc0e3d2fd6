import { normalise } from '#text/normalise.js';
import type { Segmenter } from '#text/segmenter.js';

/** What a text is made of: its words, and its pairs of characters within a word or across words, none across marks. */
export interface Made {
  readonly pairs: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** How telling a part is: rare ones tell matters apart, 协助 and 工作 don't. */
export type Weight = (part: string) => number;

const COUNTS = /[\p{L}\p{N}]/u;
const MARKS = /[^\p{L}\p{N}]+/gu;

export function madeOf(text: string, segmenter: Segmenter): Made {
  const plain = normalise(text);
  return { pairs: pairsOf(plain), words: new Set(segmenter.cut(plain).filter((word) => COUNTS.test(word))) };
}

function pairsOf(plain: string): Set<string> {
  const pairs = new Set<string>();
  for (const run of plain.split(MARKS)) {
    const characters = [...run];
    for (let i = 1; i < characters.length; i++) pairs.add(`${characters[i - 1]}${characters[i]}`);
  }
  return pairs;
}

/** In how many of some texts each pair stands. */
export function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const pair of pairsOf(normalise(text))) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** From so many texts on, a pair is usual among them. */
const USUAL = 7;

/** Share of `parts`, by weight, that some texts have, 0 to 1: a part that few of them have counts for less. */
export function usualShareOf(
  parts: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
  weight: Weight,
): number {
  const all = massOf(parts, weight);
  if (all === 0) return 0;
  let sum = 0;
  for (const part of parts) {
    sum += weight(part) * Math.min(1, Math.log1p(counts.get(part) ?? 0) / Math.log1p(USUAL));
  }
  return sum / all;
}

/** Inverse document frequency of parts over groups of them, one group a matter. */
export function weightOver(groups: readonly ReadonlySet<string>[]): Weight {
  const frequency = new Map<string, number>();
  for (const group of groups) for (const part of group) frequency.set(part, (frequency.get(part) ?? 0) + 1);
  return (part) => Math.log((groups.length + 1) / ((frequency.get(part) ?? 0) + 1));
}

/** Weight of the parts that both have. */
export function sharedOf(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: Weight): number {
  let sum = 0;
  for (const part of a) if (b.has(part)) sum += weight(part);
  return sum;
}

/** Weight of all parts. */
export function massOf(parts: ReadonlySet<string>, weight: Weight): number {
  let sum = 0;
  for (const part of parts) sum += weight(part);
  return sum;
}

/** Share of `parts`, by weight, that `other` has too, 0 to 1; 0 where they weigh nothing. */
export function shareOf(parts: ReadonlySet<string>, other: ReadonlySet<string>, weight: Weight): number {
  const all = massOf(parts, weight);
  return all === 0 ? 0 : sharedOf(parts, other, weight) / all;
}

/** Dice's coefficient by weight, 0 to 1. */
export function diceOf(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: Weight): number {
  const all = massOf(a, weight) + massOf(b, weight);
  return all === 0 ? 0 : (2 * sharedOf(a, b, weight)) / all;
}
