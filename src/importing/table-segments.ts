import type { Table } from '../documents/content.js';
import type { Header } from './header.js';
import { kindOfTitle } from './kinds.js';
import { isListTitle, titleFacts } from './titles.js';

/** A part of a table with a header of its own. */
export interface Segment {
  table: Table;
  /** With indexes into this segment's rows. */
  header: Header;
}

/** The parts of a sheet that holds several lists below each other: each header with the titles right above it. */
export function segmentsOf(table: Table, headers: readonly Header[]): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  let own: Header | undefined;
  const close = (end: number): void => {
    if (own === undefined) return;
    const rows = table.rows.slice(start, end);
    segments.push({
      table: { ...table, rows },
      header: { ...own, top: own.top - start, index: own.index - start },
    });
  };
  for (const header of headers) {
    const first = own === undefined ? 0 : titlesAbove(table, header, own);
    // The same header without a title of a list above it is the head of another page.
    if (own !== undefined && header.signature === own.signature && first === header.top) continue;
    close(first);
    start = first;
    own = header;
  }
  close(table.rows.length);
  return segments;
}

/** Index of the first of the lone texts right above a header that are its titles. */
function titlesAbove(table: Table, header: Header, before: Header): number {
  let first = header.top;
  for (let index = header.top - 1; index > before.index; index--) {
    const row = table.rows[index];
    const texts = row?.cells.filter((text) => text !== '') ?? [];
    const [text = ''] = texts;
    if (texts.length !== 1 || !isTitle(text)) break;
    first = index;
  }
  return first;
}

function isTitle(text: string): boolean {
  const { attachment, batch } = titleFacts(text);
  const named = isListTitle(text) || kindOfTitle(text) !== null || attachment !== null || batch !== null;
  return named || /^(填报|编制|制表|单位|日期|时间)/.test(text);
}
