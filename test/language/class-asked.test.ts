import { describe, expect, it } from 'vitest';
import { withoutClassAsked } from '#language/index.js';

describe('a question for the class of a demand', () => {
  it.each([
    ['邻居家漏水算大事小事还是私事', '邻居家漏水'],
    ['违章搭建是大事还是小事？', '违章搭建'],
    ['夫妻吵架属于三事分流里的哪一类', '夫妻吵架'],
    ['按三事分流，楼道堆杂物归哪一类', '楼道堆杂物'],
    ['路灯坏了算不算大事', '路灯坏了'],
    ['楼上装修太吵，这到底算小事还是私事呢', '楼上装修太吵'],
    ['狗叫扰民该归大事、小事还是私事', '狗叫扰民'],
  ])('%s is about %s', (text, about) => {
    expect(withoutClassAsked(text)).toBe(about);
  });

  it.each([
    '三事分流里的大事小事私事怎么分',
    '这算大事还是小事',
    '什么样的事算大事',
    '居住证明归哪一类',
    '大事小事私事各由谁办',
    '三事分流是什么',
    '居民说是私事',
    '报道里涂山镇哪件事被定为大事',
    '小区路灯坏了归谁管',
  ])('%s stays as it is', (text) => {
    expect(withoutClassAsked(text)).toBe(text);
  });
});
