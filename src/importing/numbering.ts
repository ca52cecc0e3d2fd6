import { numeralValue } from '#text/numerals.js';

/** A number in front of a paragraph or in the column of numbers. */
export interface Serial {
  /**
   * 1: 一、 2: （一） 3: 1. 4: (1) 5: ① — the order in which official documents nest them (GB/T 9704). A number of
   * several parts stands below 1.: 1.1 is 3.1, 1.1.1 is 3.2.
   */
  level: number;
  /** The last part of a number of several. */
  number: number;
}

/** A numbered paragraph. */
export interface Numbered extends Serial {
  /** Without the number. */
  text: string;
}

const LEVELS: readonly RegExp[] = [
  /^第?([一二三四五六七八九十百]{1,5})(?:、|[.．]|\s*[部][分]\s*|章\s*)\s*/,
  /^[（(]([一二三四五六七八九十百]{1,5})[)）][、.．]?\s*/,
  /^(\d{1,4})(?:[、．]|\.(?!\d)|\s+(?=\p{Script=Han}))\s*/u,
  /^[（(](\d{1,4})[)）][、.．]?\s*|^(\d{1,4})[)）]\s*/,
  /^([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])\s*/,
];
/** UTF-16 units at a paragraph's head in which its number stands. */
const HEAD = 8;

/** The number in front of a paragraph; null for a paragraph without one. */
export function numberedParagraph(paragraph: string): Numbered | null {
  const trimmed = paragraph.trimStart();
  const text = plainDigits(trimmed.slice(0, HEAD)) + trimmed.slice(HEAD);
  for (const [index, pattern] of LEVELS.entries()) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const digits = match[1] ?? match[2] ?? '';
    const number = numeralValue(digits);
    const rest = text.slice(match[0].length).trim();
    if (number === null || rest === '') return null;
    return { level: index + 1, number, text: rest };
  }
  return null;
}

const PARTS = /^(\d{1,3}(?:[.．]\d{1,3}){1,3})[.．、]?\s*(?=[^\d\s.．])/;

/** A paragraph numbered in parts (1.1, 2.3.1) with these parts; null for any other. 3.5 may be a measure: the caller tells. */
export function partedParagraph(paragraph: string): (Numbered & { parts: number[] }) | null {
  const text = plainDigits(paragraph.trimStart());
  const match = PARTS.exec(text);
  if (match?.[1] === undefined) return null;
  const parts = match[1].split(/[.．]/).map(Number);
  return {
    level: partedLevel(parts.length),
    number: parts.at(-1) ?? 0,
    text: text.slice(match[0].length).trim(),
    parts,
  };
}

const SERIALS: readonly (readonly [level: number, pattern: RegExp])[] = [
  [3, /^第?(\d{1,5})(?:\.0+)?[.．、。):：项条]*$/],
  [4, /^[（(](\d{1,5})[)）][、.．]?$/],
  [1, /^第?([一二三四五六七八九十百]{1,5})[、.．。项条类]?$/],
  [2, /^[（(]([一二三四五六七八九十百]{1,5})[)）][、.．]?$/],
  [5, /^([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])$/],
];

/** What a cell of the column of numbers says: 01, ３、, (4), 六, （二）, ⑦, 1.1; null for any other text. */
export function serialOf(cell: string): Serial | null {
  const text = plainDigits(cell).replace(/\s+/g, '');
  for (const [level, pattern] of SERIALS) {
    const [, digits] = pattern.exec(text) ?? [];
    const number = digits === undefined ? null : numeralValue(digits);
    if (number !== null) return { level, number };
  }
  if (!/^\d{1,4}([.．-]\d{1,4}){1,3}[.．]?$/.test(text)) return null;
  const parts = text.split(/[.．-]/).filter((part) => part !== '');
  return { level: partedLevel(parts.length), number: Number(parts.at(-1)) };
}

function partedLevel(parts: number): number {
  return 3 + (parts - 1) / 10;
}

/** Full-width digits as ASCII. */
function plainDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
