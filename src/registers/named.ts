import { type Entry, textOf } from './entry.js';
import type { RegisterKind } from './kind.js';

/** How alike two names are, from which on one is taken for the other. */
const ALIKE = 0.6;
/** Characters of the shorter name from which on containing tells anything. */
const SHORTEST = 3;
/** UTF-16 units of a name that are compared. */
const LONGEST = 60;

/** Entries whose name a person's words mean, best first, newest first among equals; at most three. */
export function entriesNamed(kind: RegisterKind, entries: readonly Entry[], words: string): Entry[] {
  const wanted = folded(words);
  if (wanted.length < SHORTEST) return [];
  return entries
    .map((entry, place) => ({ entry, place, score: likeness(folded(textOf(entry, kind.what)), wanted) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, 3)
    .map(({ entry }) => entry);
}

/** 1 for the same name, less for one that holds the other, else the share of pairs of characters that both have (Dice). */
function likeness(name: string, wanted: string): number {
  if (name === wanted) return 1;
  const shorter = Math.min(name.length, wanted.length);
  if (shorter >= SHORTEST && (name.includes(wanted) || wanted.includes(name))) return 0.9;
  const [pairs, others] = [pairsOf(name), pairsOf(wanted)];
  if (pairs.size === 0 || others.size === 0) return 0;
  const both = [...pairs].filter((pair) => others.has(pair)).length;
  return (2 * both) / (pairs.size + others.size);
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2));
  return pairs;
}

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s《》“”"'「」()·、，。的]/gu, '')
    .toLowerCase()
    .slice(0, LONGEST);
