import { describe, expect, it } from 'vitest';
import { type Frame, frameOf } from '#language/index.js';
import { language, readQuestion } from './lexicon.js';

const frame = (clause: string): Frame => frameOf(clause, language.tokenize(clause));
const clausesOf = (text: string) =>
  readQuestion(text).clauses.map(({ start, end }) => text.slice(start, end));

describe('the frame of a clause', () => {
  it.each([
    ['居委会能开无犯罪记录证明吗', 'paper'],
    ['居住证明社区给开不', 'paper'],
    ['街道让我们社区负责拆违建', 'task'],
    ['社区要不要配合禁毒宣传', 'task'],
    ['负面清单有哪些', 'browse'],
    ['什么是费随事转', 'rule'],
    ['楼上太吵没人管', 'demand'],
    ['无犯罪记录', 'unclear'],
  ])('%s is a %s', (clause, act) => {
    expect(frame(clause).act).toBe(act);
  });

  it.each([
    ['社区作为环境整治责任主体', 'responsible'],
    ['协助做环境整治宣传', 'assist'],
    ['环境整治归社区管吗', 'unsaid'],
  ])('%s: the committee would be %s', (clause, capacity) => {
    expect(frame(clause).capacity).toBe(capacity);
  });

  it('leaves the matter when the words around it are taken away', () => {
    expect(frame('街道让我们社区负责拆违建').object).toBe('拆违建');
    expect(frame('居委会能不能开无犯罪记录证明').object).toBe('无犯罪记录');
  });

  it('does not take 社区 out of 社区矫正', () => {
    expect(frame('社区要协助社区矫正吗').object).toBe('社区矫正');
  });

  it('recognises a cue by its sound when it is mistyped', () => {
    expect(frame('射区能开健在证明吗').cues.has('committee')).toBe(true);
  });

  it('finds what a paper certifies next to it', () => {
    expect(frame('我领养了小狗要居委会出具养犬的证明').focus).toBe('养犬');
  });
});

describe('the clauses of a question', () => {
  it('takes a short question whole', () => {
    expect(clausesOf('居委会能开死亡证明吗?')).toEqual(['居委会能开死亡证明吗?']);
  });

  it('keeps to the limit, the end first', () => {
    const text = `${'一二三四五六七八九十,'.repeat(20)}社区管吗`;
    const clauses = clausesOf(text);
    expect(clauses).toHaveLength(2);
    expect(clauses[0]).toBe('社区管吗');
  });
});
