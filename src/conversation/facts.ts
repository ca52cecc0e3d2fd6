import type { Answer } from '#answer/index.js';
import { rowById } from '#catalogue/knowledge-base.js';
import { maskPersonalData } from '#text/masking.js';
import { decide, lastAnswer } from './ask-desk.js';
import type { Turn } from './intent.js';
import type { Asking } from './state.js';

/** Facts that a case may be told; a longer tale is a question of its own. */
const MOST_FACTS = 4;

/** A case with one more fact. */
export interface Retold {
  /** The answer with all facts. */
  answer: Answer;
  scope: Asking;
  /** Whether it says something else than before, surely. */
  changed: boolean;
  /** The exception of the last answer's row that the fact may fall under, in the source's words; null where none. */
  exception: string | null;
}

/** The last question judged again with what is told now; null where nothing was asked, or too much was told. */
export function withFact(turn: Turn, fact: string): Retold | null {
  const { last } = turn.state;
  const before = lastAnswer(turn);
  if (last === null || before === null) return null;
  const told = [...(last.how.added ?? []), maskPersonalData(fact).text];
  if (told.length > MOST_FACTS) return null;
  // A row that was chosen is asked about by its name, so that what is told may lead to another one.
  const { rowId, ...how } = last.how;
  const asPaper = last.about === 'certificate' ? 'paper' : 'task';
  const named = rowId === undefined || how.as !== undefined ? how : ({ ...how, as: asPaper } as const);
  const scope: Asking = { ...last, how: { ...named, added: told } };
  const answer = decide(turn, last.text, scope);
  const changed = answer.band === 'answer' && saysOther(answer, before);
  return { answer, scope, changed, exception: exceptionFor(turn, before, fact) };
}

/** Another row decides, or another verdict is given. */
function saysOther(now: Answer, before: Answer): boolean {
  if (now.verdict === 'out-of-scope' || now.verdict === 'clarify' || now.verdict === 'not-listed')
    return false;
  return now.verdict !== before.verdict || now.explanation.decidedBy !== before.explanation.decidedBy;
}

/** The exception whose condition shares words with the fact that the matter's own name doesn't have. */
function exceptionFor({ desk }: Turn, { item }: Answer, fact: string): string | null {
  const row = item === null ? undefined : rowById(desk.kb, item.id);
  if (row?.type !== 'item') return null;
  const known = pairsOf(row.item.name);
  const told = [...pairsOf(fact)].filter((pair) => !known.has(pair));
  const found = row.item.exceptions.find(({ when }) => {
    const pairs = pairsOf(when);
    return told.some((pair) => pairs.has(pair));
  });
  return found === undefined ? null : found.when;
}

/** Pairs of characters of words that mean something; pairs of function words tell nothing. */
const EMPTY = /[的了是在我他她你们这那个有不没也都就要用和与]/u;
function pairsOf(text: string): Set<string> {
  const characters = [...text];
  return new Set(
    characters.flatMap((c, i) => {
      const pair = `${c}${characters[i + 1] ?? ''}`;
      return /^\p{Script=Han}{2}$/u.test(pair) && !EMPTY.test(pair) ? [pair] : [];
    }),
  );
}
