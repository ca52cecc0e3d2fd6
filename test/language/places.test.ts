import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folded } from '#language/plain/folded.js';
import { readNotice } from './lexicon.js';

const BRICKS = [
  '各社区',
  '各村（社区）',
  '街道',
  '居民',
  '要',
  '由',
  '负责',
  '做好',
  '开展',
  '消防排查',
  '、',
  '，',
  '。',
  '；',
  '：',
  '\n',
  '　　',
  '（责任单位：各社区）',
  '（',
  '）',
  '“',
  '”',
  '一、',
  '（一）',
  '1.',
  '6月30日前',
  '台账',
  '考核',
  '𠮷',
  '😀',
  '\u0000',
  '的',
];
const noticeLike = fc
  .array(fc.oneof(fc.constantFrom(...BRICKS), fc.string({ unit: 'grapheme', maxLength: 6 })), {
    maxLength: 80,
  })
  .map((bricks) => bricks.join(''));

describe('any text at all', () => {
  it('keeps its length when it is folded, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(noticeLike, (text) => {
        const once = folded(text);
        expect(once.length).toBe(text.length);
        expect(folded(once)).toBe(once);
      }),
    );
  });

  it('is read without an error, every place inside it, in order and not empty', () => {
    fc.assert(
      fc.property(noticeLike, (text) => {
        const { assigned, passedOver } = readNotice(text);
        for (const list of [assigned, passedOver]) {
          let before = 0;
          for (const { start, end } of list) {
            expect(start).toBeGreaterThanOrEqual(before);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            before = start;
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same tasks wherever they stand behind other paragraphs', () => {
    const task = '各社区要开展消防隐患排查。';
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('街道要加强指导。', '居民应当配合。', '近年来形势平稳。'), { maxLength: 6 }),
        (others) => {
          const text = `${others.join('\n')}\n${task}`;
          const found = readNotice(text).assigned.map(({ start, end }) => text.slice(start, end));
          expect(found).toEqual(['开展消防隐患排查']);
        },
      ),
    );
  });
});
