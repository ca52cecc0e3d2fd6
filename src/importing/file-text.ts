import type { FileContent, Paragraph } from '#documents/content.js';
import { numberedParagraph } from './numbering.js';
import { GUIDE_SHEET, METADATA_SHEET } from './template.js';
import { wholeTitles } from './title-lines.js';
import { bareTitle, isListTitle, isNoticeTitle } from './titles.js';

/** Sheets of the template that are no lists. */
export const NOT_LISTS: ReadonlySet<string> = new Set([GUIDE_SHEET, METADATA_SHEET]);

/** Paragraphs as they are, and rows of tables of one column as paragraphs where no table holds a list. */
export function paragraphsOf(content: FileContent, tablesToo: boolean): Paragraph[] {
  return content.blocks.flatMap((block): Paragraph[] => {
    if (block.type === 'paragraph') return [block];
    if (!tablesToo || NOT_LISTS.has(block.name)) return [];
    const rows = block.rows.map(({ cells, line }) => ({ line, filled: cells.filter((cell) => cell !== '') }));
    // A number in a column of its own stands in front of its text.
    const texts = rows.every(({ filled }) => filled.length === 1 || isNumberAndText(filled));
    return rows.flatMap(({ filled, line }): Paragraph[] => {
      const [text] = filled;
      const whole = texts ? filled.join(' ') : text;
      return (texts || filled.length === 1) && whole !== undefined
        ? [{ type: 'paragraph', line, text: whole }]
        : [];
    });
  });
}

function isNumberAndText([number = '', text = '', more]: readonly string[]): boolean {
  return more === undefined && text !== '' && numberedParagraph(`${number} ${text}`) !== null;
}

/** Lines from the top in which a file's title is looked for, and rows of a table. */
const TITLE_WITHIN = 8;
const TITLE_ROWS = 5;

/** The first title of a list or notice, put together where it stands on several lines; empty where there is none. */
export function fileTitle(content: FileContent): string {
  const lines = content.blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block.text]
      : block.rows.slice(0, TITLE_ROWS).flatMap(({ cells, continued }) => {
          const filled = cells.filter((cell, column) => cell !== '' && !continued.includes(column));
          return filled.length === 1 ? filled : [];
        }),
  );
  return bareTitle(
    wholeTitles(lines.slice(0, TITLE_WITHIN)).find((line) => isListTitle(line) || isNoticeTitle(line)) ?? '',
  );
}
