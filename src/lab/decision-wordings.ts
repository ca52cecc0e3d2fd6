import { openAssistant } from '#app/assistant.js';
import { readMatters, readWordings } from '#app/matters.js';
import { libraryExamples } from '#app/readers.js';
import type { Nobodys, Wording } from '#catalogue/matters/wordings.js';
import type { MatterGroup, Sought } from '#ruling/index.js';
import { countExamples, fitEmbeddings } from '#search/readers/index.js';
import type { Case } from './choice-model.js';
import { acceptedMatter, caseOf, NO_WEIGHTS } from './decision-cases.js';

/** Hands that are left out together: what is told of a hand's wordings is told by a reader that never saw that hand. */
const HELD_OUT: readonly (readonly number[])[] = [
  [1, 2, 3, 4, 5, 6, 7, 8],
  [9, 17, 18, 20],
  [13],
  [21, 30, 33],
  [24, 27, 36],
  [39, 43],
  [47, 50],
  [49],
  [54, 55],
];
/** Hands that asked what came to their mind, each sort as often as people ask it, so that every line counts. */
const AT_WILL: ReadonlySet<number> = new Set([39, 43, 49, 54, 55]);

/** What a matter that no list in force has comes to, if it isn't recognised. */
const UNLISTED: Partial<Record<MatterGroup, Nobodys>> = {
  certificate: 'none:certificate',
  duty: 'none:task',
  negative: 'none:task',
};

/** Whose way of asking a wording is, by the number at the end of its file’s name: of one hand, or of the first of several that stand together. */
export const handOf = ({ path }: Wording) => Number(/-(\d+)\.tsv$/u.exec(path)?.[1] ?? 0);

/** A wording with what is found for it by a reader that didn't learn from its hand. */
export interface UnseenWording {
  wording: Wording;
  hands: readonly number[];
  sought: Sought;
}

/** Every `step`-th wording of each group of hands, every one of those who asked at will. @param today YYYY-MM-DD */
export function* unseenWordings(today: string, step: number): Generator<UnseenWording> {
  const { all: matters } = readMatters();
  const wordings = readWordings();
  for (const hands of HELD_OUT) {
    const isHeld = (wording: Wording) => hands.includes(handOf(wording));
    const seen = wordings.filter((wording) => !isHeld(wording));
    if (seen.length === wordings.length) continue;
    const examples = libraryExamples(matters, seen);
    const [counts, embeddings] = [countExamples(examples), fitEmbeddings(examples)];
    const { ruler } = openAssistant({ today, weights: NO_WEIGHTS, counts, embeddings });
    for (const wording of wordings
      .filter(isHeld)
      .filter((one, i) => i % (AT_WILL.has(handOf(one)) ? 1 : step) === 0))
      yield { wording, hands, sought: ruler.find({ text: wording.text }) };
  }
}

/**
 * The same as cases to fit on. What no list in force has, and falls under no wider matter that one has, is told as on no
 * list, whether it is recognised or taken for nobody's; a task counts half then, since a row in force that speaks of
 * something near it may cover it all the same. @param weight how much each counts beside a question
 */
export function wordingCases(today: string, step: number, weight: number): Case[] {
  return [...unseenWordings(today, step)].flatMap(({ wording, sought }): Case[] => {
    const { found, situation } = sought;
    const about = found.hits.find(({ matter }) => matter.label === wording.matter)?.matter;
    const held = about === undefined || situation.inForce.holds(about);
    const nobodys = held ? undefined : UNLISTED[about.group];
    const counts = nobodys === 'none:task' ? weight / 2 : weight;
    return [caseOf(sought, acceptedMatter(wording.matter, nobodys), counts)];
  });
}
