import { describe, expect, it } from 'vitest';
import { readChoice } from '#conversation/choice.js';
import { saidOf } from '#conversation/said.js';

const CHOICES = [
  { id: 'a', label: '居住证明（可以出具的证明）' },
  { id: 'b', label: '户口登记项目内容变更申请证明（不应出具的证明）' },
  { id: 'c', label: '居民养犬证明（不应出具的证明）' },
];
const read = (text: string, choices = CHOICES, pressed?: string) =>
  readChoice(saidOf(text), choices, pressed);

describe('an answer to numbered choices', () => {
  it.each([
    ['1', 'a'],
    ['１', 'a'],
    ['①', 'a'],
    ['1.', 'a'],
    ['一', 'a'],
    ['第一个', 'a'],
    ['第1个吧', 'a'],
    ['选2', 'b'],
    ['我选第二项', 'b'],
    ['第三', 'c'],
    ['最后一个', 'c'],
    ['居住证明', 'a'],
    ['居住證明', 'a'],
    ['我问的是居住证明', 'a'],
    ['居住证明（可以出具的证明）', 'a'],
    ['养犬', 'c'],
    ['户口登记项目内容变更申请证明', 'b'],
  ])('%s', (text, id) => {
    expect(read(text)).toMatchObject({ type: 'one', choice: { id } });
  });

  it.each(['都不是', '都不对', '没有', '不是这些'])('「%s」 takes none', (text) => {
    expect(read(text)).toEqual({ type: 'none' });
  });

  it.each(['4', '第五个', '⑨', '0', '12', '十'])('「%s」 is none of them', (text) => {
    expect(read(text)).toEqual({ type: 'outside' });
  });

  it.each(['证明', '社区能开死亡证明吗', '去哪办', '1月份能开吗', '110', '一个人能开吗', ''])(
    '「%s」 is no answer to them',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  it('takes a button for what it says, whatever the text', () => {
    expect(read('随便什么', CHOICES, 'c')).toMatchObject({ type: 'one', choice: { id: 'c' } });
  });

  it('takes 是的 where only one is offered', () => {
    expect(read('是的', CHOICES.slice(0, 1))).toMatchObject({ type: 'one', choice: { id: 'a' } });
    expect(read('是的')).toBeNull();
  });
});
