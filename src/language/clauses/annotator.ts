import type { Annotator } from '../annotator.js';
import type { Clause, Doc } from '../doc.js';
import type { Span } from '../span.js';
import type { Token } from '../tokens/token.js';
import { type Visible, visible } from '../visible.js';
import { frameOf } from './frame.js';

/** Pieces read of one question; each costs one or two look-ups. */
const PIECES = 6;
/** Characters of a piece that is looked at as a whole; of a longer one only its parts. */
const WHOLE = 60;
/** Shorter pieces don't stand alone: 「你好,在吗」. */
const SHORTEST = 2;
const SENTENCE = /[^。!?！？;；\n\r…]+/gu;
const CLAUSE = /[^,，、:：]+/gu;
const INK = /[^\p{P}\p{Z}]/u;

/**
 * The pieces of a question that may each carry its point: the whole, its sentences, and its clauses. Short questions
 * have one piece. The later ones come first, since people end on what they want to know.
 */
export const clauses: Annotator = {
  name: 'clauses',
  requires: ['plain', 'hidden', 'tokens'],
  assigns: ['clauses'],
  annotate: (doc) => ({ clauses: clausesIn(doc) }),
};

/** The same pieces of one stretch of a text. */
export function clausesIn({ plain, hidden, tokens }: Doc, stretch?: Span): Clause[] {
  const shown = visible(plain, hidden, stretch);
  return piecesOf(shown.text).map((piece) => clauseAt(shown, piece, tokens));
}

/** A whole stretch of a text as one clause. */
export function clauseOf({ plain, hidden, tokens }: Doc, stretch: Span): Clause {
  const shown = visible(plain, hidden, stretch);
  return clauseAt(shown, { start: 0, end: shown.text.length }, tokens);
}

/** A clause of a stretch of the text that is seen. */
function clauseAt(shown: Visible, piece: Span, tokens: readonly Token[]): Clause {
  const span = shown.spanOf(piece);
  return {
    ...span,
    frame: frameOf(shown.text.slice(piece.start, piece.end), within(tokens, span)),
  };
}

function within(tokens: readonly Token[], { start, end }: Span): Token[] {
  return tokens.filter((token) => token.start >= start && token.end <= end);
}

function piecesOf(text: string): Span[] {
  // By what they say, whatever marks stand around it: 「…吗?」 and 「…吗」 are one piece.
  const pieces = new Map<string, Span>();
  const add = (start: number, end: number) => {
    const ink = inkOf(text, start, end);
    const bare = text.slice(ink.start, ink.end);
    if ([...bare].length >= SHORTEST && !pieces.has(bare)) pieces.set(bare, trimmed(text, start, end));
  };
  const isShort = (piece: string) => [...piece].length <= WHOLE;
  if (isShort(text)) add(0, text.length);
  for (const { index: from, 0: sentence } of [...text.matchAll(SENTENCE)].toReversed()) {
    if (isShort(sentence)) add(from, from + sentence.length);
    for (const { index, 0: clause } of [...sentence.matchAll(CLAUSE)].toReversed())
      add(from + index, from + index + clause.length);
  }
  return [...pieces.values()].slice(0, PIECES);
}

/** Without marks and blanks around it. */
function inkOf(text: string, from: number, until: number): Span {
  let [start, end] = [from, until];
  while (start < end && !INK.test(text.charAt(start))) start++;
  while (end > start && !INK.test(text.charAt(end - 1))) end--;
  return { start, end };
}

function trimmed(text: string, from: number, until: number): Span {
  const piece = text.slice(from, until);
  const start = from + piece.length - piece.trimStart().length;
  return { start, end: Math.max(start, until - (piece.length - piece.trimEnd().length)) };
}
