import { cutAt } from '../cut.js';
import type { Span } from '../span.js';
import type { Words } from '../words.js';
import { actorsAt } from './actors.js';
import { type Predicate, predicateOf } from './predicate.js';

export interface Clause extends Span {
  predicate: Predicate;
}

const BEFORE_ACTOR = /(?<=牵头|负责|主导|指导|配合|统筹|协助|参与)、/gu;

/** The clauses of a sentence (seen without brackets), each read for who is to do what. */
export function clausesOf(seen: string, sentence: Span, words: Words): Clause[] {
  return cutAt(seen, sentence.start, sentence.end, ',:')
    .flatMap((piece) => atActors(seen, piece, words))
    .flatMap((piece) => atCondition(seen, piece))
    .map(({ start, end }) => ({ start, end, predicate: predicateOf(seen, start, end, words) }));
}

/** 家里有困难的马上联系民政办: no comma stands between the condition and the act. */
const CONDITION =
  /^[^,“”]{3,28}?的(?=(?:及时|立即|马上|第一时间|当场|当天|尽快|赶紧|一律|随即|立刻|马上就)\p{Script=Han}{2})/u;

function atCondition(seen: string, { start, end }: Span): Span[] {
  const [condition] = CONDITION.exec(seen.slice(start, end)) ?? [];
  if (condition === undefined) return [{ start, end }];
  const at = start + condition.length;
  return [
    { start, end: at },
    { start: at, end },
  ];
}

/** 街道牵头、社区配合: an actor behind 、 begins a clause of its own. */
function atActors(seen: string, { start, end }: Span, words: Words): Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (const { index } of seen.slice(start, end).matchAll(BEFORE_ACTOR)) {
    if (actorsAt(seen, start + index + 1, end, words) === null) continue;
    pieces.push({ start: from, end: start + index });
    from = start + index + 1;
  }
  return [...pieces, { start: from, end }];
}
