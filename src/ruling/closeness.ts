import type { Row } from '#catalogue/rows.js';
import { wordingsOf } from './matters.js';

type Pairs = ReadonlySet<string>;

/**
 * How near a row's own wordings come to what was asked, 0 to 1: of its nearest wording, the share of pairs of characters
 * that the question has too, by Dice. Tells rows of one matter apart, which no reader does.
 */
export function closenessOf(row: Row, asked: string): number {
  const pairs = pairsOf(asked);
  return Math.max(0, ...pairsOfRow(row).map((wording) => dice(wording, pairs)));
}

/** A row's wordings are compared with every question and never change. */
const known = new WeakMap<object, readonly Pairs[]>();

function pairsOfRow(row: Row): readonly Pairs[] {
  const own = row.type === 'item' ? row.item : row.provision;
  const before = known.get(own);
  if (before !== undefined) return before;
  const made = wordingsOf(row).map(pairsOf);
  known.set(own, made);
  return made;
}

function dice(a: Pairs, b: Pairs): number {
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return (2 * shared) / (a.size + b.size);
}

function pairsOf(text: string): Set<string> {
  const characters = [...text.replace(/[\p{P}\p{S}\s]+/gu, '')];
  return new Set(characters.slice(1).map((character, i) => `${characters[i]}${character}`));
}
