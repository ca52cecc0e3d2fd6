import { describe, expect, it } from 'vitest';
import { Allowance, READ_LIMITS } from '#documents/limits.js';
import type { Piece } from '#documents/pdf-lines.js';
import { ruledTables } from '#documents/pdf-ruled.js';
import type { Rules } from '#documents/pdf-rules.js';
import { blocksOfPages, type Page } from '#documents/pdf-table.js';

const XS = [50, 100, 300];

/** A page with a ruled table of two columns: rows of 24 points from 780 down, the lines across at all of `ys`. */
function pageOf(rows: readonly (readonly string[])[], lines: readonly number[]): Page {
  const bottom = 780 - rows.length * 24;
  const rules: Rules = {
    horizontal: lines.map((line) => ({ y: 780 - line * 24, from: 50, to: 300 })),
    vertical: XS.map((x) => ({ x, from: bottom, to: 780 })),
  };
  const pieces = rows.flatMap((cells, row) =>
    cells.flatMap((text, column): Piece[] =>
      text === ''
        ? []
        : [{ text, x: (XS[column] ?? 0) + 4, y: 780 - row * 24 - 16, width: text.length * 12, size: 12 }],
    ),
  );
  return { lines: [], tables: ruledTables(pieces, rules).tables };
}

function tableOf(...pages: Page[]) {
  const [table, ...others] = blocksOfPages(pages, new Allowance(READ_LIMITS));
  expect(others).toEqual([]);
  if (table?.type !== 'table') throw new Error('no table');
  return { rows: table.rows.map(({ cells }) => cells.join(' ')), doubts: table.doubts ?? [] };
}

const first = [
  ['序号', '事项'],
  ['1', '示例甲'],
  ['2', '示例乙的'],
];

describe('a row that the end of the page cuts', () => {
  it('is read though no rule ends it, and goes on at the head of the next page', () => {
    const table = tableOf(
      pageOf(first, [0, 1, 2]),
      pageOf(
        [
          ['', '后半截'],
          ['3', '示例丙'],
        ],
        [1, 2],
      ),
    );
    expect(table).toEqual({ rows: ['序号 事项', '1 示例甲', '2 示例乙的后半截', '3 示例丙'], doubts: [] });
  });

  it('goes on below the header that comes again', () => {
    const next = [
      ['序号', '事项'],
      ['', '后半截'],
      ['3', '示例丙'],
      ['4', '示例丁'],
    ];
    const table = tableOf(pageOf(first, [0, 1, 2]), pageOf(next, [0, 1, 2, 3, 4]));
    expect(table.rows).toEqual(['序号 事项', '1 示例甲', '2 示例乙的后半截', '3 示例丙', '4 示例丁']);
  });

  it.each<[string, Page[]]>([
    ['on the next page', [pageOf([['3', '示例丙']], [0, 1])]],
    ['in the file', []],
  ])('is an error where nothing %s goes on with it', (_where, others) => {
    const { doubts } = tableOf(pageOf(first, [0, 1, 2]), ...others);
    expect(doubts).toEqual([
      expect.objectContaining({ severity: 'error', line: 3, problem: expect.stringContaining('页末断开') }),
    ]);
  });

  it('is none where a rule ends it', () => {
    expect(tableOf(pageOf(first, [0, 1, 2, 3]), pageOf([['3', '示例丙']], [0, 1])).doubts).toEqual([]);
  });
});
