import { describe, expect, it } from 'vitest';
import { readDefaultWords } from '#search/default-words.js';
import { createMatcher } from '#search/index.js';
import { parseSearchWords, type SearchWordFiles } from '#search/lexicon/words.js';

const files: SearchWordFiles = {
  synonyms: { path: 'synonyms.yaml', text: 'classes:\n  - 狗狗 汪汪\n' },
  related: { path: 'related.yaml', text: 'subjects:\n  - 小偷  盗窃\n' },
  'question-words': { path: 'question-words.yaml', text: 'how:\n  - 怎么 如何\n  - 怎么办\n' },
  'function-words': { path: 'function-words.yaml', text: 'light:\n  - 的 了\n  - 吗\nnegations:\n  - 不\n' },
};

describe('the words of a matcher', () => {
  it('stand in rows, apart by blanks', () => {
    expect(parseSearchWords(files)).toEqual({
      synonyms: [['狗狗', '汪汪']],
      related: [['小偷', '盗窃']],
      questions: { how: [['怎么', '如何'], ['怎么办']] },
      light: ['的', '了', '吗'],
      negations: ['不'],
    });
  });

  it('are refused by file and line where a row is missing', () => {
    const broken = { ...files, synonyms: { path: 'synonyms.yaml', text: 'classes:\n  - \n' } };
    expect(() => parseSearchWords(broken)).toThrow(
      expect.objectContaining({ code: 'QD-SCHEMA', message: expect.stringContaining('synonyms.yaml') }),
    );
  });

  it('ship with the package', () => {
    const { synonyms, related, questions, light, negations } = readDefaultWords();
    expect(synonyms.length).toBeGreaterThan(500);
    expect(related.length).toBeGreaterThan(300);
    expect(Object.keys(questions)).toContain('how');
    expect(light).toContain('的');
    expect(negations).toContain('不能');
  });

  it('can be others than those', () => {
    const entries = [
      { id: 'dog', text: '养狗狗要登记' },
      { id: 'other', text: '停车要登记' },
    ];
    const covered = (matcher = createMatcher(entries)) =>
      matcher.match('养汪汪').find(({ id }) => id === 'dog')?.features.queryFound ?? 0;
    expect(covered(createMatcher(entries, { words: parseSearchWords(files) }))).toBeGreaterThan(covered());
  });
});
