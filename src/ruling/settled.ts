import type { Weighted } from './context.js';
import { byProbability } from './hit.js';

/** What an office has decided that a question means is what it means: the little that is left keeps the others in order. */
const SURE = 0.98;

/** What an office has decided of whole questions: the label of a matter by the question's text, without its marks. */
export type SettledQuestions = ReadonlyMap<string, string>;

const bare = (text: string) => text.replace(/[\p{P}\p{S}\s]/gu, '');

/** @param prepare makes a wording what a question is made before it is read */
export function settledQuestions(
  added: ReadonlyMap<string, readonly string[]>,
  prepare: (text: string) => { core: string },
): SettledQuestions {
  return new Map(
    [...added].flatMap(([label, texts]) => texts.map((text) => [bare(prepare(text).core), label] as const)),
  );
}

/** The same with the matter first that an office has decided on for exactly this text; unchanged where it hasn't. */
export function asSettled(weighted: Weighted, text: string, settled: SettledQuestions): Weighted {
  const label = settled.size === 0 ? undefined : settled.get(bare(text));
  const meant = weighted.hits.find(({ matter }) => matter.label === label);
  if (label === undefined || meant === undefined) return weighted;
  const rest = 1 - SURE;
  const hits = weighted.hits.map((hit) =>
    hit === meant
      ? { ...hit, veto: null, against: null, probability: SURE }
      : { ...hit, probability: hit.probability * rest },
  );
  const nobody = Object.fromEntries(
    Object.entries(weighted.nobody).map(([sort, share]) => [sort, share * rest]),
  ) as Weighted['nobody'];
  return { hits: hits.sort(byProbability), nobody };
}
