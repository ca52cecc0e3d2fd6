import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LabelledSet, readPairs } from '#lab/fitting/data.js';
import { examplesOf } from '#lab/fitting/examples.js';
import { type Outcome, recallAtPrecision, rightFirst, separation } from '#lab/fitting/figures.js';
import { fitWeights } from '#lab/fitting/fit-weights.js';
import { foldOf } from '#lab/fitting/order.js';
import { FEATURES } from '#search/features/index.js';
import { loadSegmenter } from '#text/segmenters/index.js';
import { CORPUS, QUESTIONS } from '../search/corpus.js';

const outcome = (probability: number, answerable: boolean, right = answerable): Outcome => ({
  probability,
  answerable,
  right,
});

describe('figures', () => {
  it('count right first results among answerable queries', () => {
    expect(rightFirst([outcome(0.9, true), outcome(0.8, true, false), outcome(0.7, false)])).toBe(0.5);
  });

  it('separate answerable queries from others, ties counting half', () => {
    expect(separation([outcome(0.9, true), outcome(0.1, false)])).toBe(1);
    expect(separation([outcome(0.5, true), outcome(0.5, false)])).toBe(0.5);
  });

  it('find the threshold with the largest recall at a precision', () => {
    const outcomes = [outcome(0.9, true), outcome(0.8, true), outcome(0.7, false), outcome(0.6, true)];
    expect(recallAtPrecision(outcomes, 1)).toBeCloseTo(2 / 3);
    expect(recallAtPrecision(outcomes, 0.75)).toBe(1);
  });
});

describe('readPairs', () => {
  it('makes entries of the second texts and queries of the first', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'qingdan-')), 'pairs.jsonl');
    const rows = [
      { a: '怎么养狗', b: '如何养狗', label: 1 },
      { a: '怎么养狗', b: '怎么遛狗', label: 0 },
      { a: '怎么养猫', b: '怎么遛狗', label: 0 },
    ];
    writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'));
    const { entries, queries } = readPairs(path);
    expect(entries.map(({ text }) => text)).toEqual(['如何养狗', '怎么遛狗']);
    expect(queries.map(({ text, gold }) => [text, [...gold]])).toEqual([
      ['怎么养狗', ['p0']],
      ['怎么养猫', []],
    ]);
  });

  it('names the file and the line of a row that is no pair', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'qingdan-')), 'pairs.jsonl');
    writeFileSync(path, '{"a":"x","b":"y","label":1}\n{"a":"x"}\n');
    expect(() => readPairs(path)).toThrowError(/pairs\.jsonl 第 2 行/);
  });
});

describe('fitWeights', () => {
  const set: LabelledSet = {
    name: 'test',
    kind: 'set',
    sha256: '',
    entries: CORPUS.map(({ id, text }) => ({ id, text })),
    queries: QUESTIONS.map(([text, id]) => ({ key: text, text, gold: new Set([id]) })),
  };
  const examples = examplesOf(set, loadSegmenter());

  it('gives the same weights for the same data', () => {
    expect(fitWeights(examples)).toEqual(fitWeights(examples));
  });

  it('holds every weight to its sign', () => {
    const { ranking } = fitWeights(examples);
    for (const { name, sign } of FEATURES)
      expect(ranking.features[name].short * sign).toBeGreaterThanOrEqual(0);
  });
});

describe('foldOf', () => {
  it('keeps a key in its fold and spreads keys over all folds', () => {
    expect(foldOf('养老金', 5, 1)).toBe(foldOf('养老金', 5, 1));
    const folds = Array.from({ length: 200 }, (_, i) => foldOf(`q${i}`, 5, 1));
    expect(new Set(folds)).toEqual(new Set([0, 1, 2, 3, 4]));
  });
});
