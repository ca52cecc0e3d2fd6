import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { simplify } from '#text/simplify.js';

/** Everyday words of jieba's dictionary. */
const words = readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt'), 'utf8')
  .split('\n')
  .map((line) => line.split(' '))
  .filter(([word = '', seen]) => Number(seen) >= 100 && /^[\u4e00-\u9fff]{2,}$/u.test(word))
  .map(([word = '']) => word);

describe('simplify', () => {
  it('leaves everyday simplified words alone, but for a handful that are written with a variant', () => {
    const changed = words.filter((word) => simplify(word) !== word);
    expect(words.length).toBeGreaterThan(20_000);
    expect(changed.length / words.length).toBeLessThan(0.002);
  });

  it.each(['t', 'tw', 'hk'] as const)('brings words written in traditional characters (%s) back', (to) => {
    const convert = Converter({ from: 'cn', to });
    const lost = words.filter((word) => simplify(convert(word)) !== simplify(word));
    expect(lost.length / words.length).toBeLessThan(0.003);
  });

  it('gives the same again when it is applied again', () => {
    const convert = Converter({ from: 'cn', to: 't' });
    for (const word of words) {
      const once = simplify(convert(word));
      expect(simplify(once)).toBe(once);
    }
  });
});
