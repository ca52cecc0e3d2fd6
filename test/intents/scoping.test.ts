import { describe, expect, it } from 'vitest';
import { readKnowledge } from '#app/open.js';
import { scopingOf } from '#conversation/scoping.js';

const kb = readKnowledge();
const read = (said: string) => scopingOf(kb, said, '2026-11-23');

describe('what a message says of place, person and day', () => {
  it.each([
    ['我在南岸区', { type: 'person', region: '重庆市南岸区' }],
    ['我住重庆南岸', { type: 'person', region: '重庆市南岸区' }],
    ['我们这里是湖北咸宁', { type: 'person', region: '湖北省咸宁市' }],
    ['地区改成湖北', { type: 'person', region: '湖北省' }],
    ['我在南岸区这边', { type: 'person', region: '重庆市南岸区' }],
    ['我是重庆人', { type: 'person', region: '重庆市' }],
    ['我在重庆', { type: 'person', region: '重庆市' }],
    ['我是社区工作者', { type: 'person', role: 'worker' }],
    ['我是居委会的', { type: 'person', role: 'worker' }],
    ['我是社工', { type: 'person', role: 'worker' }],
    ['我是一名网格员', { type: 'person', role: 'worker' }],
    ['我是村支书', { type: 'person', role: 'worker' }],
    ['我在社区工作', { type: 'person', role: 'worker' }],
    ['我是街道干部', { type: 'person', role: 'official' }],
    ['我是民政局的', { type: 'person', role: 'official' }],
    ['我在街道办上班', { type: 'person', role: 'official' }],
    ['我是居民', { type: 'person', role: 'resident' }],
    ['我是南岸区的社区工作者', { type: 'person', role: 'worker', region: '重庆市南岸区' }],
    ['换成湖北呢', { type: 'again', region: '湖北省' }],
    ['湖北呢', { type: 'again', region: '湖北省' }],
    ['那要是在重庆呢', { type: 'again', region: '重庆市' }],
    ['按湖北的规定呢', { type: 'again', region: '湖北省' }],
    ['2025年呢', { type: 'again', date: '2025-12-31' }],
    ['2025年的时候呢', { type: 'again', date: '2025-12-31' }],
    ['2025年3月呢', { type: 'again', date: '2025-03-31' }],
    ['去年呢', { type: 'again', date: '2025-12-31' }],
    ['今年是2026年', null],
    ['不限地区', { type: 'person', region: null }],
    ['换成全国呢', { type: 'person', region: null }],
  ])('%s', (said, expected) => {
    expect(read(said)).toEqual(expected);
  });

  it.each(['我在银行', '我是孤寡老人', '居住证明呢', '我是办证明的', '能开证明吗', '我在外地打工'])(
    '「%s」 says nothing of it',
    (said) => {
      expect(read(said)).toBeNull();
    },
  );

  it('knows that a name is shared by several regions', () => {
    expect(read('我在鼓楼区')).toMatchObject({ type: 'unknown' });
    expect(read('我在朝阳')).not.toBeNull();
  });

  it('says of an unknown region what to write', () => {
    expect(read('我在南安区')).toEqual({
      type: 'unknown',
      message: '不认识地区「南安区」，是不是 重庆市南岸区？',
    });
  });
});
