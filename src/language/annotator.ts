import { type Doc, type Layer, unread } from './doc.js';

/** What a text is read by, besides the text. */
export interface ReadContext {
  /** YYYY-MM-DD; what 现在 and 去年 are to the asker. */
  readonly today: string;
}

/** Makes layers of a document out of those made before. Pure. */
export interface Annotator {
  readonly name: string;
  /** Layers it reads. */
  readonly requires: readonly Layer[];
  /** Layers it gives. */
  readonly assigns: readonly Layer[];
  annotate(doc: Doc, context: ReadContext): Partial<Doc>;
}

/** Reads a text once, layer by layer. */
export type Reader = (text: string, context: ReadContext) => Doc;

/**
 * Annotators as one reader, in the order given.
 * @throws Error where one requires a layer that none before it gives
 */
export function createReader(annotators: readonly Annotator[]): Reader {
  const given = new Set<Layer>();
  for (const { name, requires, assigns } of annotators) {
    const missing = requires.filter((layer) => !given.has(layer));
    if (missing.length > 0)
      throw new Error(`${name} requires ${missing.join(', ')}, which nothing before it gives`);
    for (const layer of assigns) given.add(layer);
  }
  return (text, context) => {
    let doc = unread(text);
    for (const { annotate } of annotators) doc = { ...doc, ...annotate(doc, context) };
    return doc;
  };
}
