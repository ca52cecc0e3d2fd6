import { LineRuleType, Paragraph, TextRun } from 'docx';

/*
 * The layout of an official letter, by GB/T 9704-2012: A4 with 37, 35, 28 and 26 mm of margin (5.2.1), title in 2号
 * 小标宋 (7.3.1), body in 3号仿宋 with two characters of indent (7.3.3), 一、 in 黑体 and （一） in 楷体 (7.3.3), the
 * signature centred over the date, the date four characters from the right (7.3.5), page numbers in 4号 between dashes,
 * odd ones right and even ones left (7.5), none on a letter's first page (10.1).
 */

/** Twentieths of a point; 56.7 of them are a millimetre. */
const MM = 56.6929;
/** Millimetres in twentieths of a point. */
export const mm = (length: number) => Math.round(length * MM);
export const PAGE = { width: mm(210), height: mm(297) } as const;
export const MARGINS = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(28) } as const;
/** Half points: 2号, 3号, 4号, 小四. */
export const SIZE = { title: 44, body: 32, page: 28, table: 24 } as const;
/** Twentieths of a point: the width of a character of 3号, and a line of 28 points. */
export const CHARACTER = 320;
export const LINE = 560;
export const TITLE_LINE = 640;

/** Fonts of the norm, and what a machine without them shows instead. */
export const FONT_FALLBACKS = [
  ['方正小标宋简体', '宋体'],
  ['仿宋_GB2312', '仿宋'],
  ['楷体_GB2312', '楷体'],
  ['黑体', 'SimHei'],
] as const;
const font = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia,
  hint: 'eastAsia',
});
/** By what is written in it. */
export const FONT = {
  title: font('方正小标宋简体'),
  body: font('仿宋_GB2312'),
  first: font('黑体'),
  second: font('楷体_GB2312'),
  page: font('宋体'),
} as const;

/** Spacing of a paragraph. */
export const line = { line: LINE, lineRule: LineRuleType.EXACT } as const;
/** Words in one of the fonts. */
export const run = (text: string, face: keyof typeof FONT = 'body', size: number = SIZE.body) =>
  new TextRun({ text, font: FONT[face], size });
/** A blank line, which stays with what follows it. */
export const empty = () => new Paragraph({ spacing: line, keepNext: true });
