import { describe, expect, it } from 'vitest';
import { masked, maskedJson } from '#text/masked.js';

const RESULT = {
  'tel 13812345678': ['拨 13812345678', { a: null, b: 1, c: '拨 13812345678' }],
  plain: '办证明',
};
const MASKED = {
  'tel 〔电话〕': ['拨 〔电话〕', { a: null, b: 1, c: '拨 〔电话〕' }],
  plain: '办证明',
};

describe('a value that is stored', () => {
  it('has personal numbers masked in all its strings, keys too, also as text', () => {
    expect(masked(RESULT)).toEqual(MASKED);
    expect(JSON.parse(maskedJson(RESULT))).toEqual(MASKED);
    expect(masked('拨 13812345678')).toBe('拨 〔电话〕');
    expect(masked(null)).toBe(null);
  });
});
