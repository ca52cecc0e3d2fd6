import type { Paragraph } from '#documents/content.js';
import { type Numbered, numberedParagraph, partedParagraph } from './numbering.js';

/** A line of a text and the number in front of it. */
export interface TextLine {
  paragraph: Paragraph;
  numbered: Numbered | null;
}

/** A page number at the end of a line of a table of contents. */
const PAGE_AT_END = /\d{1,3}$/;
/** What sets it off from the line. */
const LEADER = new Set(' \t\u3000.…·⋯—');
/** Dots that make a line one of a table of contents, wherever it stands. */
const LONG_LEADER = 6;
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
  const key = (text: string): string => text.slice(0, leaderStart(text)).replace(/\s+/g, '');
  const lastAt = new Map(paragraphs.map(({ text }, i) => [key(text), i]));
  let inContents = start >= 0;
  return paragraphs.filter(({ text }, i) => {
    const leader = text.slice(leaderStart(text)).replace(/[\s\d]/g, '');
    if (leader.length >= LONG_LEADER || /^[…⋯]{2}/.test(leader)) return false;
    if (start < 0 || i < start) return true;
    if (i === start) return false;
    if (!inContents) return true;
    inContents = (lastAt.get(key(text)) ?? i) > i;
    return !inContents;
  });
}

/** Where the dots or blanks before a page number begin; the text's length where it ends in no page number. */
function leaderStart(text: string): number {
  const page = PAGE_AT_END.exec(text.slice(-3));
  if (page === null) return text.length;
  let start = text.length - page[0].length;
  if (!LEADER.has(text[start - 1] ?? '')) return text.length;
  while (start > 0 && LEADER.has(text[start - 1] ?? '')) start--;
  return start;
}
