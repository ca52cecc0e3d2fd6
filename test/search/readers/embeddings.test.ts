import { describe, expect, it } from 'vitest';
import { packagePath } from '#app/files.js';
import { readMatters } from '#app/matters.js';
import { libraryKey, readEmbeddings } from '#app/readers.js';
import {
  createEmbeddingReader,
  type Example,
  fitEmbeddings,
  packEmbeddings,
  unpackEmbeddings,
} from '#search/readers/index.js';

const EXAMPLES: Example[] = [
  { label: 'dog', text: '小区里有流浪狗咬人' },
  { label: 'dog', text: '邻居养的狗天天叫' },
  { label: 'dog', text: '遛狗不牵绳子' },
  { label: 'lamp', text: '楼道里的灯坏了' },
  { label: 'lamp', text: '路灯不亮，晚上看不见' },
  { label: 'lamp', text: '小区的灯不亮' },
];
const model = fitEmbeddings(EXAMPLES, 40);
const reader = createEmbeddingReader(model);

describe('the fitted reader', () => {
  it('names what a text is about, with the logarithms of probabilities', () => {
    const { best } = reader.read('狗乱叫没人管');
    expect(best.map(({ label }) => label)).toEqual(['dog', 'lamp']);
    expect(best.reduce((sum, { score }) => sum + Math.exp(score), 0)).toBeCloseTo(1, 6);
    expect(best[0]?.score).toBeGreaterThan(Math.log(0.6));
  });

  it('is the same for the same examples', () => {
    expect(fitEmbeddings(EXAMPLES, 40)).toEqual(model);
  });

  it('tells which labels it knows; of others it says the least of all', () => {
    expect([reader.knows('dog'), reader.knows('well')]).toEqual([true, false]);
    const { best, scoreOf } = reader.read('楼道灯');
    expect(scoreOf('well')).toBe(Math.min(...best.map(({ score }) => score)));
  });

  it('says which characters speak for a label, the most telling first', () => {
    const said = reader.explain('狗天天叫', 'dog');
    expect(said.map(({ feature }) => feature)).toContain('狗');
    expect(said.map(({ adds }) => adds)).toEqual(said.map(({ adds }) => adds).sort((a, b) => b - a));
    expect(reader.explain('狗天天叫', 'well')).toEqual([]);
  });

  it('reads a text without characters', () => {
    expect(reader.read('？！').best).toHaveLength(2);
  });

  it('is packed and unpacked whole, with what it was fitted on', () => {
    const { model: read, key } = unpackEmbeddings(packEmbeddings(model, 'these'));
    expect(key).toBe('these');
    expect(read).toEqual(model);
    expect(() => unpackEmbeddings(new Uint8Array(9))).toThrow(/编译好的文件坏了/);
  });
});

describe('the reader that ships', () => {
  const { model: shipped, key } = readEmbeddings(packagePath('knowledge'));

  it('was fitted on the wordings that ship (else: npm run fit:reader, npm run fit:decision)', () => {
    expect(key).toBe(libraryKey(packagePath('knowledge')));
  });

  it('knows every matter of the library', () => {
    const labels = new Set(shipped.labels);
    expect(readMatters().all.filter(({ id }) => !labels.has(id))).toEqual([]);
  });
});
