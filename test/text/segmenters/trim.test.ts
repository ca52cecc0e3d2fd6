import { describe, expect, it } from 'vitest';
import { addTerms, trimDictionary } from '#text/segmenters/trim.js';

const text = (dictionary: Uint8Array) => new TextDecoder().decode(dictionary);
const words = (dictionary: Uint8Array) =>
  text(dictionary)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' ')[0]);

describe('the trimmed dictionary', () => {
  it('keeps frequent words and drops rare ones, names, numbers and mixed ones', () => {
    const source =
      '社区 3000 n\n窨井 2 n\n王小明 50 nr\n一万二千 500 m\n卡拉OK 200 n\n鲁迅 300 nr\n社 90 n\n区 90 n\n';
    expect(words(trimDictionary(source))).toEqual(['社区', '鲁迅', '社', '区', '鲁', '迅']);
  });

  it('holds every character of its words', () => {
    expect(words(addTerms(trimDictionary('社区 3000 n\n'), ['窨井盖']))).toEqual([
      '社区',
      '社',
      '区',
      '窨井盖',
      '窨',
      '井',
      '盖',
    ]);
  });

  it('holds each word once, as a domain word where it is one', () => {
    const dictionary = addTerms(trimDictionary('社区 3000 n\n证明 20 n\n'), ['证明', '证明', '社区']);
    expect(words(dictionary).toSorted()).toEqual(['区', '明', '社', '社区', '证', '证明']);
  });

  it('is the same text when no domain word is given', () => {
    const dictionary = trimDictionary('社区 3000 n\n');
    expect(addTerms(dictionary, ['3块牌子', 'a', '的'])).toBe(dictionary);
  });

  it('consists of lines `word frequency tag` only, whatever the domain words are', () => {
    const dictionary = addTerms(trimDictionary('社区 3000 n\n'), ['两 个', '换\n行', '', '逗,号', '治理']);
    expect(text(dictionary)).toMatch(/^(?:[\u3400-\u9fff]+ \d+ x\n)+$/u);
  });
});
