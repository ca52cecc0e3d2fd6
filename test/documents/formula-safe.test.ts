import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainCell, safeCell } from '#documents/formula-safe.js';
import { writeCsv } from '#documents/write.js';

const nasty = fc.oneof(
  fc.string(),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '＝', '＠', '\t', '\r', "'", "'=", "''@"), fc.string())
    .map((parts) => parts.join('')),
);

describe('a cell that a spreadsheet would run', () => {
  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '＝1', '\t=1', "'=1"])('%j is marked', (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
  });

  it.each(['社区', '1-2', "it's", "'社区'", ''])('%j is left as it is', (text) => {
    expect(safeCell(text)).toBe(text);
  });

  it('comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(plainCell(safeCell(text))).toBe(text);
      }),
    );
  });

  it('never begins with what is run', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(safeCell(text)).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/);
      }),
    );
  });
});

describe('a CSV', () => {
  it('starts with the mark that spreadsheets of Chinese Windows need', () => {
    expect(
      Buffer.from(writeCsv([['示例']]))
        .subarray(0, 3)
        .toString('hex'),
    ).toBe('efbbbf');
  });

  it('gives back the cells that were written', () => {
    const rows = fc.array(fc.array(nasty, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (cells) => {
        const text = Buffer.from(writeCsv(cells)).toString('utf8');
        const read = parse(text, { bom: true, record_delimiter: '\r\n' }) as string[][];
        expect(read.map((row) => row.map(plainCell))).toEqual(cells);
      }),
    );
  });
});
