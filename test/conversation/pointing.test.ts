import { describe, expect, it } from 'vitest';
import { meantInstead } from '#conversation/correction.js';
import { addresseeOf, letterAsked } from '#conversation/letter-wish.js';
import { pointedAt } from '#conversation/pointing.js';

const shown = {
  first: 1,
  items: ['上门催缴医保', '违建拆除', '反诈宣传', '招商引资'].map((label) => ({ label, how: {} })),
};

describe('which of the things shown is meant', () => {
  it.each([
    ['第2项说的什么', 1],
    ['第三条为什么', 2],
    ['第一项谁来管', 0],
    ['2', 1],
    ['四', 3],
    ['2是什么意思', 1],
    ['那个拆违建的', 1],
    ['反诈那条依据是啥', 2],
    ['最后一项怎么回', 3],
    ['第9项呢', 'outside'],
    ['第一责任人是谁', null],
    ['依据第几条', null],
    ['那个人', null],
    ['归谁管', null],
  ] as const)('%s', (said, at) => {
    expect(pointedAt(said, shown)).toBe(at);
  });

  it('counts from the number that a page begins with', () => {
    expect(pointedAt('第12项', { ...shown, first: 11 })).toBe(1);
    expect(pointedAt('第2项', { ...shown, first: 11 })).toBe('outside');
  });

  it('is nothing where nothing was shown', () => {
    expect(pointedAt('第2项', null)).toBeNull();
  });
});

describe('what was meant instead', () => {
  it.each([
    ['不对，我说的是拆违建', '拆违建'],
    ['不是居住证明，是无房证明', '无房证明'],
    ['我问的是村委会，不是居委会', '村委会'],
    ['错了，是收医保费', '收医保费'],
    ['不能开吗', null],
    ['是的', null],
    ['不是说好了吗', null],
  ])('%s', (said, meant) => {
    expect(meantInstead(said)).toBe(meant);
  });
});

describe('the wish for a letter', () => {
  it.each([
    ['帮我写个退回函', 'return'],
    ['拟一份商请函', 'means'],
    ['抬头写镇人民政府', 'any'],
    ['退回函是什么', null],
    ['依据是什么', null],
  ] as const)('%s', (said, wished) => {
    expect(letterAsked(said)).toBe(wished);
  });

  it.each([
    ['抬头写镇人民政府', '镇人民政府'],
    ['写个函给街道办事处', '街道办事处'],
    ['给区民政局写个函', '区民政局'],
    ['帮我写个退回函', null],
  ])('%s is addressed', (said, to) => {
    expect(addresseeOf(said)).toBe(to);
  });
});
