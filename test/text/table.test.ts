import { describe, expect, it } from 'vitest';
import { displayWidth, table } from '#text/table.js';

describe('table', () => {
  it('counts two columns for a wide character', () => {
    expect(displayWidth('a社区，𠮷')).toBe(9);
  });

  it('aligns columns of mixed width', () => {
    const lines = table([
      ['社区', 'x'],
      ['a', 'y'],
    ]).split('\n');
    expect(lines).toEqual(['社区  x', 'a     y']);
  });
});
