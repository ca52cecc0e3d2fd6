import { describe, expect, it } from 'vitest';
import { withWrittenNumbers } from '#documents/docx-numbering.js';
import { writtenNumber } from '#documents/word-numbers.js';

const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = `<w:numbering><w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimal', '%1.%4', '<w:isLgl/>')}</w:abstractNum>
<w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '•', '<w:pStyle w:val="List"/>')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num></w:numbering>`;
const styles =
  '<w:styles><w:style w:styleId="Item"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
  '<w:style w:styleId="Sub"><w:basedOn w:val="Item"/></w:style></w:styles>';
const paragraph = (list: number, at: number): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr></w:p>`;
const styled = (style: string): string => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr></w:p>`;
const numbersOf = (...paragraphs: string[]): string[] =>
  [...withWrittenNumbers(paragraphs.join(''), numbering, styles).matchAll(/<w:t [^>]*>([^<]*)/g)].map(
    ([, text = '']) => text.trim(),
  );

describe('the numbers that Word makes by itself', () => {
  it('are written in their own form, and deeper ones start again below each higher one', () => {
    const numbers = numbersOf(...[0, 1, 2, 2, 1, 2, 0, 1].map((at) => paragraph(1, at)));
    expect(numbers).toEqual(['一、', '（一）', '1.', '2.', '（二）', '1.', '二、', '（一）']);
  });

  it('count on over lists of one definition, unless a list starts anew', () => {
    expect(numbersOf(paragraph(1, 0), paragraph(1, 0), paragraph(2, 0), paragraph(2, 0))).toEqual([
      '一、',
      '二、',
      '一、',
      '二、',
    ]);
  });

  it('come by the paragraph’s style and the one it is based on', () => {
    expect(numbersOf(styled('Item'), styled('Sub'))).toEqual(['一、', '二、']);
  });

  it('may be of several parts, in Arabic digits where the list says so', () => {
    expect(numbersOf(paragraph(1, 0), paragraph(1, 3))).toEqual(['一、', '1.1']);
  });

  it('are none for bullets and for paragraphs outside of lists', () => {
    expect(numbersOf(paragraph(3, 0), '<w:p><w:pPr></w:pPr></w:p>', paragraph(0, 0))).toEqual([]);
  });

  it.each([
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [103, '一百零三'],
    [110, '一百一十'],
    [1_005, '一千零五'],
  ])('%d is %s in Han numerals', (value, text) => {
    expect(writtenNumber(value, 'chineseCounting')).toBe(text);
  });
});
