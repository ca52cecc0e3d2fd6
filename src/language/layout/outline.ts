import { trimmed } from '../cut.js';
import { BULLETS } from './bullets.js';

/** How a paragraph is numbered, from the largest sort to the smallest. */
export const NUMBERINGS = [
  'chapter',
  'article',
  'part',
  'section',
  'point',
  'item',
  'sub-item',
  'first',
  'bullet',
] as const;
export type Numbering = (typeof NUMBERINGS)[number];

/** A paragraph of a notice; places are UTF-16 units of the text. */
export interface Paragraph {
  start: number;
  end: number;
  /** Where its words begin, behind the number. */
  body: number;
  numbering: Numbering | null;
}

const NUMBERS: readonly (readonly [Numbering, RegExp])[] = [
  ['chapter', /^第[一二三四五六七八九十]{1,3}[章节编][,、:\s]\s*/u],
  ['article', /^第[一二三四五六七八九十百]{1,4}条[,、:\s]\s*/u],
  ['part', /^[一二三四五六七八九十]{1,3}[、.]\s*/u],
  ['section', /^\([一二三四五六七八九十]{1,3}\)[、.]?\s*/u],
  ['point', /^(?:\d{1,2}(?:[.、](?!\d)|\)(?!\d))|\d\uFE0F?\u20E3)\s*/u],
  ['item', /^\(\d{1,2}\)\s*/u],
  ['sub-item', /^[①-⑳]\s*/u],
  ['first', /^第[一二三四五六七八九十]{1,3}[,、:\s]\s*/u],
  ['bullet', BULLETS],
];
const SENTENCE_END = /[。;:!?]$/u;
/** A converter wraps at the width of a page: lines of 24 to 60 characters, each nearly as long as the longest. */
const WIDTH = { least: 24, most: 60, nearly: 0.8 } as const;

/** The paragraphs of an aligned text; lines that a converter wrapped are put together. */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const lines = [...linesOf(text)];
  const longest = lines.reduce((most, { line }) => Math.max(most, line.length), 0);
  const full =
    longest > WIDTH.most ? Number.POSITIVE_INFINITY : Math.max(WIDTH.least, longest * WIDTH.nearly);
  let previous = '';
  for (const { start, end, indented, line } of lines) {
    const numbering = numberingOf(line);
    const last = paragraphs.at(-1);
    const wrapped =
      last !== undefined &&
      previous.length >= full &&
      !SENTENCE_END.test(previous) &&
      !indented &&
      numbering === null &&
      !line.includes('\t') &&
      !previous.includes('\t');
    if (wrapped) last.end = end;
    else
      paragraphs.push({
        start,
        end,
        body: start + (numbering?.length ?? 0),
        numbering: numbering?.is ?? null,
      });
    previous = line;
  }
  return paragraphs;
}

function numberingOf(line: string): { is: Numbering; length: number } | null {
  for (const [is, pattern] of NUMBERS) {
    const [number] = pattern.exec(line) ?? [];
    if (number !== undefined) return { is, length: number.length };
  }
  return null;
}

/** Lines with something in them; an empty line ends a paragraph, as an indented line begins one. */
function* linesOf(text: string) {
  let afterGap = true;
  for (const { index, 0: raw } of text.matchAll(/[^\r\n]+|\n\s*\n/gu)) {
    const { start, end } = trimmed(text, index, index + raw.length);
    if (start === end) {
      afterGap = true;
      continue;
    }
    yield {
      start,
      end,
      line: text.slice(start, end),
      indented: afterGap || start - index >= 2,
    };
    afterGap = false;
  }
}
