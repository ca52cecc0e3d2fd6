import { normalise } from '#text/normalise.js';

/** Share of its character trigrams that a wording may have in common with a question it is evaluated by. */
export const LARGEST_OVERLAP = 0.6;

/** A text that shares too much with a question of an evaluation set. */
export interface Overlap {
  /** Index of the text. */
  readonly text: number;
  /** Index of the question it is closest to. */
  readonly question: number;
  /** Of the text's own trigrams, 0 to 1. */
  readonly share: number;
}

/**
 * The texts that share more than `most` of their character trigrams with one question, in the order of the texts. What
 * is trained on may not be what is measured by. An inverted index keeps 10,000 texts against 1,000 questions under a second.
 */
export function findOverlaps(
  texts: readonly string[],
  questions: readonly string[],
  most = LARGEST_OVERLAP,
): Overlap[] {
  const index = new Map<string, number[]>();
  for (const [i, question] of questions.entries()) {
    for (const trigram of trigramsOf(question)) {
      const holders = index.get(trigram);
      if (holders === undefined) index.set(trigram, [i]);
      else holders.push(i);
    }
  }
  return texts.flatMap((text, i): Overlap[] => {
    const trigrams = trigramsOf(text);
    const shared = new Map<number, number>();
    for (const trigram of trigrams) {
      for (const question of index.get(trigram) ?? []) shared.set(question, (shared.get(question) ?? 0) + 1);
    }
    const [question, count] = [...shared].reduce((best, one) => (one[1] > best[1] ? one : best), [-1, 0]);
    const share = trigrams.size === 0 ? 0 : count / trigrams.size;
    return share > most ? [{ text: i, question, share }] : [];
  });
}

/** Every three characters next to each other, punctuation left out; a shorter text is one piece of its own. */
function trigramsOf(text: string): Set<string> {
  const characters = [...normalise(text).replace(/[\p{P}\p{S}\s]+/gu, '')];
  if (characters.length > 0 && characters.length < 3) return new Set([characters.join('')]);
  const trigrams = new Set<string>();
  for (let i = 0; i + 3 <= characters.length; i++) trigrams.add(characters.slice(i, i + 3).join(''));
  return trigrams;
}
