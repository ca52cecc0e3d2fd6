import { clauseOf, type Doc, type Frame, type Span, visible } from '#language/index.js';

/** Marks that end a sentence, and commas. */
const CLAUSE = /[^,，、:：。!?！？;；\n\r…]+[,，、:：。!?！？;；\n\r…]*/gu;
const ASKS = /(?:吗|呢|么|不|没|没有|不成|不行|[?？])[?？!！。,，;；]*\s*$/u;

/** 归不归, 能不能, 该不该. */
const WHETHER = /(\p{Script=Han})不\1/u;

/**
 * The stretches of a question that each ask something of their own, in the order asked: one where only one thing is
 * asked. What leads to a question belongs to it, what stands behind the last one to that.
 */
export function partsOf(doc: Doc): Span[] {
  const shown = visible(doc.plain, doc.hidden);
  const parts: Span[] = [];
  let open: Span | null = null;
  for (const { index, 0: text } of shown.text.matchAll(CLAUSE)) {
    const piece = shown.spanOf({ start: index, end: index + text.length });
    open = open === null ? piece : { start: open.start, end: piece.end };
    if (!asks(text)) continue;
    add(parts, open, namesCase(clauseOf(doc, open).frame));
    open = null;
  }
  if (open !== null) add(parts, open, false);
  return parts;
}

/** A stretch that asks about nothing of its own goes on with the one before. */
function add(parts: Span[], part: Span, own: boolean): void {
  const last = parts.at(-1);
  if (own || last === undefined) parts.push(part);
  else parts[parts.length - 1] = { start: last.start, end: part.end };
}

const asks = (text: string) => ASKS.test(text) || WHETHER.test(text);

/** Whether a stretch by itself says which paper or task it is about. */
const namesCase = ({ act, object }: Frame) =>
  (act === 'paper' || act === 'task' || act === 'rule') && [...object].length > 1;
