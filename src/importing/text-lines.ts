import type { Paragraph } from '../documents/content.js';
import { type Numbered, numberedParagraph, partedParagraph } from './numbering.js';

/** A line of a text and the number in front of it. */
export interface TextLine {
  paragraph: Paragraph;
  numbered: Numbered | null;
}

/** A page number at the end of a line of a table of contents, set off by dots, a tab or blanks. */
const PAGE_AT_END = /\s*(…+|\.{3,}|·{3,}|⋯+|—{2,}|\t|\s)[\s.…·]*\d{1,3}$/;
const CONTENTS = /^目\s*[录次]$/;

/** The lines of a text with their numbers, without its table of contents. */
export function textLines(paragraphs: readonly Paragraph[]): TextLine[] {
  const lines: TextLine[] = [];
  const kept = withoutContents(paragraphs);
  /** The parts of the last number of several parts, and the last plain one. */
  let parts: readonly number[] = [];
  for (const paragraph of kept) {
    const numbered = numberedParagraph(paragraph.text);
    if (numbered !== null) {
      if (numbered.level === 3) parts = [numbered.number];
      lines.push({ paragraph, numbered });
      continue;
    }
    const parted = partedParagraph(paragraph.text);
    if (parted === null || !follows(parts, parted.parts)) {
      lines.push({ paragraph, numbered: null });
      continue;
    }
    parts = parted.parts;
    lines.push({ paragraph, numbered: { level: parted.level, number: parted.number, text: parted.text } });
  }
  return lines;
}

/** Whether 1.2 comes next after 1.1, 2.1 after 2 or 1.9: only then it is a number and no measure. */
function follows(before: readonly number[], parts: readonly number[]): boolean {
  const last = parts.at(-1) ?? 0;
  const stem = parts.slice(0, -1);
  const sameStem = stem.every((part, i) => part === before[i]);
  if (parts.length === before.length) {
    if (sameStem) return last === (before.at(-1) ?? 0) + 1;
    return last === 1 && stem.at(-1) === (before.at(-2) ?? 0) + 1;
  }
  if (parts.length > before.length) return last === 1 && (sameStem || before.length === 0);
  return last === (before[parts.length - 1] ?? 0) + 1;
}

/** Lines that come again further down behind 「目录」, and those with a row of dots to a page. */
function withoutContents(paragraphs: readonly Paragraph[]): Paragraph[] {
  const start = paragraphs.findIndex(({ text }) => CONTENTS.test(text.trim()));
  const key = (text: string): string => text.replace(PAGE_AT_END, '').replace(/\s+/g, '');
  const lastAt = new Map(paragraphs.map(({ text }, i) => [key(text), i]));
  let inContents = start >= 0;
  return paragraphs.filter(({ text }, i) => {
    if (/(…{2,}|\.{6,}|·{6,}|⋯{2,})\s*\d{1,3}$/.test(text)) return false;
    if (start < 0 || i < start) return true;
    if (i === start) return false;
    if (!inContents) return true;
    inContents = (lastAt.get(key(text)) ?? i) > i;
    return !inContents;
  });
}
