import { type ExtractedRow, oneLine } from './extracted.js';
import { fieldOfHeader } from './fields.js';
import { joined } from './unfinished.js';

/** UTF-16 units: a name up to a full stop or colon; a longer one is cut at neither. */
const LONGEST_NAME = 60;

/** A line set in from the margin without a number belongs to the item above it. */
export function isIndented(text: string): boolean {
  return /^[\s\u3000]{2,}/.test(text);
}

type Labelled = 'basis' | 'department' | 'route' | 'note' | 'summary';
export const LABELLED: readonly Labelled[] = ['basis', 'department', 'route', 'note', 'summary'];
/** Below the last item 注： and 说明： speak of the whole list. */
export const LABELLED_AT_END: readonly Labelled[] = ['basis', 'department', 'route'];

/** 「责任部门：民政局」 below an item, taken for the field that its label names. */
export function setLabelled(row: ExtractedRow, text: string, fields: readonly Labelled[]): boolean {
  const [, label = '', value = ''] = /^([^：:，。；]{2,8})[：:](.+)$/.exec(text) ?? [];
  const field = fields.find((known) => known === fieldOfHeader(label)?.field);
  if (field === undefined || value.trim() === '') return false;
  row[field] = joined(row[field], field === 'note' ? text : value.trim());
  return true;
}

/** Width in Latin letters: a Chinese character is as wide as two. */
export function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0);
}

/** 「居民会议召集。依法召集……」: up to the first full stop or colon is the name, the rest says what it means. */
export function nameAndSummary(text: string): Pick<ExtractedRow, 'name' | 'writtenName' | 'summary'> {
  const line = oneLine(text);
  const cut = line.search(/[。：:]/);
  const end = cut > 1 && cut <= LONGEST_NAME ? cut : line.length;
  const writtenName = line.slice(0, end);
  return {
    name: writtenName.replace(/[；;。，,]$/, ''),
    writtenName,
    summary: line.slice(end + 1).trim(),
  };
}
