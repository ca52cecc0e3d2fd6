import { numeralValue } from '../text/numerals.js';

/** A numbered paragraph. */
export interface Numbered {
  /** 1: 一、 2: （一） 3: 1. 4: (1) 5: ① — the order in which official documents nest them (GB/T 9704). */
  level: number;
  number: number;
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

/** The number in front of a paragraph; null for a paragraph without one. */
export function numberedParagraph(paragraph: string): Numbered | null {
  const text = paragraph.trimStart();
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
