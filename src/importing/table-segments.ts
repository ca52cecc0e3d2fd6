import type { Table, TableRow } from '#documents/content.js';
import type { Header } from './header.js';
import { titleKind } from './kinds.js';
import { titleGroups } from './title-lines.js';
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
  const lone: string[] = [];
  for (let index = header.top - 1; index > before.index; index--) {
    const text = loneText(table.rows[index], before);
    if (text === null) break;
    lone.unshift(text);
  }
  const from = header.top - lone.length;
  let first = header.top;
  const isOfTitle = titleRows(lone);
  while (first > from && isOfTitle.has(first - 1 - from)) first--;
  return first;
}

/** The text that stands alone in a row and, alone under the names of the list above, is merged: an item isn't. */
function loneText(row: TableRow | undefined, { groups }: Header): string | null {
  const filled = row?.cells.flatMap((text, column) => (text === '' ? [] : [{ text, column }])) ?? [];
  const [only] = filled;
  if (row === undefined || only === undefined || filled.length > 1) return null;
  const isName = groups.some(({ fields }) => fields.name?.[0] === only.column);
  const isMerged = row.spanned?.includes(only.column + 1) ?? false;
  return isName && !isMerged && !isTitle(only.text) ? null : only.text;
}

/** Which of the texts are titles, or lines of one. */
function titleRows(texts: readonly string[]): ReadonlySet<number> {
  const groups = titleGroups(texts).filter((group) => isTitle(group.map((index) => texts[index]).join('')));
  return new Set(groups.flat());
}

function isTitle(text: string): boolean {
  const { attachment, batch } = titleFacts(text);
  const named = isListTitle(text) || titleKind(text) !== null || attachment !== null || batch !== null;
  return named || /^(填报|编制|制表|单位|日期|时间)/.test(text);
}
