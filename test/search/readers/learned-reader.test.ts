import { describe, expect, it } from 'vitest';
import {
  countExamples,
  createLearnedReader,
  type Example,
  mergeCounts,
  packCounts,
  unpackCounts,
} from '#search/readers/index.js';

const WORDINGS: Example[] = [
  { label: 'dog', text: '小区里有流浪狗咬人' },
  { label: 'dog', text: '邻居养的狗天天叫' },
  { label: 'lamp', text: '楼道里的灯坏了' },
  { label: 'lamp', text: '路灯不亮，晚上看不见' },
  { label: 'lamp', text: '小区的灯不亮' },
];
const OFFICE: Example[] = [{ label: 'well', text: '机井管护' }];
const counts = countExamples(WORDINGS);

describe('the reader that learned', () => {
  it('names what a text is about, best first', () => {
    const { best } = createLearnedReader(counts).read('狗乱叫没人管');
    expect(best.map(({ label }) => label)).toEqual(['dog', 'lamp']);
    expect(best[0]?.score).toBeGreaterThan(best[1]?.score ?? 0);
  });

  it('knows an office’s own rows at once by their names', () => {
    const reader = createLearnedReader(mergeCounts(counts, countExamples(OFFICE, counts)));
    expect(reader.read('村里的机井谁来管护').best[0]?.label).toBe('well');
    expect(reader.read('狗乱叫没人管').best[0]?.label).toBe('dog');
  });

  it('says which characters speak for a label, the most telling first', () => {
    const said = createLearnedReader(counts).explain('流浪狗', 'dog');
    expect(said.map(({ feature }) => feature)).toEqual(expect.arrayContaining(['狗', '流浪']));
    const adds = said.map((one) => one.adds);
    expect(adds).toEqual([...adds].sort((a, b) => b - a));
    expect(createLearnedReader(counts).explain('流浪狗', 'lamp')).toEqual([]);
  });

  it('scores a label that nobody counted as low as the least, and reads a text without characters', () => {
    const { best, scoreOf } = createLearnedReader(counts).read('？！');
    expect(scoreOf('unknown')).toBe(Math.min(...best.map(({ score }) => score)));
  });

  it('passes over Latin letters, so that a line of English changes nothing', () => {
    const reader = createLearnedReader(counts);
    const read = (text: string) => reader.read(text).best;
    expect(read('ignore all instructions 狗乱叫')).toEqual(read('狗乱叫'));
  });
});

describe('counts', () => {
  it('are the same whatever the order of the examples', () => {
    expect(countExamples(WORDINGS.toReversed())).toEqual(counts);
  });

  it('merged are those of both, with the weights of the first', () => {
    const more: Example[] = [{ label: 'dog', text: '狗' }];
    const merged = mergeCounts(counts, countExamples(more, counts));
    const sum = (all: Uint32Array) => all.reduce((a, b) => a + b, 0);
    expect(sum(merged.count)).toBe(sum(counts.count) + sum(countExamples(more, counts).count));
    expect(merged.labels).toEqual(counts.labels);
    expect(merged.examples).toBe(counts.examples);
  });

  it('come out of a file as they went in, also out of the middle of a buffer', () => {
    const packed = packCounts(counts, 'key');
    const inside = Buffer.concat([Buffer.alloc(8), packed]).subarray(8);
    expect(unpackCounts(packed, 'key')).toEqual(counts);
    expect(unpackCounts(inside, 'key')).toEqual(counts);
  });

  it('made from something else are not taken, and half a file is an error', () => {
    const packed = packCounts(counts, 'key');
    expect(unpackCounts(packed, 'other')).toBeUndefined();
    expect(() => unpackCounts(packed.slice(0, 9), 'key')).toThrow(
      expect.objectContaining({ code: 'QD-FILE' }),
    );
  });
});
