import {
  type Act,
  type Clause,
  clausesIn,
  type Doc,
  type Frame,
  frameOf,
  type Span,
} from '#language/index.js';
import { withoutMasks } from '#text/masking.js';
import type { Case, CaseSort } from './case.js';
import { partsOf } from './parts.js';

/** Things answered of one message; further ones are to be asked one at a time. */
export const MOST_CASES = 3;

/**
 * The whole question as one case.
 * @param as the whole text names one paper or one task and asks nothing else
 */
export function wholeCase(doc: Doc, as?: 'paper' | 'task'): Case {
  const whole = { start: 0, end: doc.text.length };
  return caseOf(doc, whole, as === undefined ? doc.clauses : [named(doc, as)]);
}

/** The case with what was told of it afterwards: the clauses of all texts, those said last first. */
export function caseWith(one: Case, added: readonly Doc[]): Case {
  const told = added.map((doc) => wholeCase(doc));
  return {
    ...one,
    text: [one.text, ...told.map(({ text }) => text)].join('\n'),
    clauses: [...told.toReversed().flatMap(({ clauses }) => clauses), ...one.clauses],
  };
}

/** What a question asks, in the order asked, where it asks several things; empty where it asks one. */
export function severalCases(doc: Doc): Case[] {
  const parts = partsOf(doc);
  return parts.length < 2 ? [] : parts.map((part) => caseOf(doc, part, clausesIn(doc, part)));
}

/** The text as the name of a paper or a task that the committee is asked about. */
function named({ text, plain, tokens }: Doc, act: Act): Clause {
  const frame = frameOf(plain, tokens, { act, cues: ['committee', act === 'paper' ? 'paper' : 'belonging'] });
  return { start: 0, end: text.length, frame };
}

function caseOf({ text }: Doc, source: Span, clauses: readonly Clause[]): Case {
  const frames = clauses.map(({ frame }) => frame);
  return {
    source,
    text: withoutMasks(text.slice(source.start, source.end)),
    sort: sortOf(frames),
    capacity: frames.find(({ capacity }) => capacity !== 'unsaid')?.capacity ?? 'unsaid',
    clauses,
  };
}

const SORT: Readonly<Record<Frame['act'], CaseSort>> = {
  paper: 'paper',
  task: 'task',
  rule: 'rule',
  browse: 'list',
  demand: 'demand',
  power: 'rule',
  unclear: 'unclear',
};

/** The sort of the first clause that says one. */
function sortOf(frames: readonly Frame[]): CaseSort {
  return SORT[frames.find(({ act }) => act !== 'unclear')?.act ?? 'unclear'];
}
