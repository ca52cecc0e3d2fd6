import { beforeAll, describe, expect, it } from 'vitest';
import { fitTurns, readerOf, readTurnFiles } from '#app/turns.js';
import { TURN_KINDS, type TurnKind } from '#conversation/turns/kinds.js';
import { parseTurnLines } from '#conversation/turns/lines.js';
import type { TurnReader } from '#conversation/turns/reader.js';
import { shapeOf } from '#conversation/turns/shape.js';

const LINES: readonly [TurnKind, string][] = [
  ['basis', '依据是什么'],
  ['basis', '哪个文件规定的'],
  ['basis', '文号是多少'],
  ['where', '去哪里办'],
  ['where', '到哪里开'],
  ['where', '该去哪个窗口办'],
];
const WORDINGS = {
  path: 'wordings/a.tsv',
  text: 'paper-a\t社区能开居住证明吗\npaper-a\t我要办居住证明社区给开吗',
};

describe('the reader of turns', () => {
  let read: TurnReader;
  beforeAll(() => {
    read = readerOf(
      fitTurns(
        LINES.map(([kind, text]) => ({ kind, text })),
        [WORDINGS],
      ),
    );
  });

  it.each([
    ['那依据是什么', 'basis'],
    ['去哪个地方办', 'where'],
    ['社区能开死亡证明吗', 'question'],
  ] as const)('takes 「%s」 for %s', (said, kind) => {
    expect(read(said).kind).toBe(kind);
  });

  it('gives probabilities that are 1 together', () => {
    expect(read('依据').of(...TURN_KINDS)).toBeCloseTo(1, 6);
  });

  it('says what a message has beyond its kind', () => {
    expect(read('去哪里办').beyond('where')).toBe('');
    expect(read('死亡证明去哪里办').beyond('where')).toContain('死亡');
  });

  it('reads the same message the same way', () => {
    expect(read('文号多少').of('basis')).toBe(read('文号多少').of('basis'));
  });
});

describe('the shape of a message', () => {
  it('is the same for every number', () => {
    expect(shapeOf('第2项说的什么')).toBe(shapeOf('第五项说的什么'));
  });

  it('tells a short message from a long one', () => {
    expect(shapeOf('依据')).not.toBe(
      `${shapeOf('依据').slice(0, -1)}${shapeOf('依据'.repeat(20)).slice(-1)}`,
    );
  });
});

describe('the lines of knowledge/turns', () => {
  const files = readTurnFiles();
  const lines = files.flatMap(parseTurnLines);

  it('are of several voices, and every kind but a question has some in more than half of them', () => {
    expect(files.length).toBeGreaterThanOrEqual(5);
    for (const kind of TURN_KINDS.filter((one) => one !== 'question')) {
      const voices = files.filter((file) => parseTurnLines(file).some((line) => line.kind === kind));
      expect(voices.length, kind).toBeGreaterThanOrEqual(files.length / 2);
    }
  });

  it('never say the same of two kinds', () => {
    const kinds = new Map<string, Set<TurnKind>>();
    for (const { kind, text } of lines) kinds.set(text, (kinds.get(text) ?? new Set()).add(kind));
    expect([...kinds].filter(([, of]) => of.size > 1).map(([text]) => text)).toEqual([]);
  });

  it('are refused where they are of no kind', () => {
    expect(() => parseTurnLines({ path: 'a.tsv', text: 'nonsense\t你好' })).toThrow(/a\.tsv 第 1 行/);
    expect(() => parseTurnLines({ path: 'a.tsv', text: 'hello' })).toThrow(/QD-KNOWLEDGE|第 1 行/);
  });
});
