import { describe, expect, it } from 'vitest';
import { readKnowledge } from '#app/open.js';
import { scopingOf } from '#conversation/scoping.js';

const kb = readKnowledge();
const read = (said: string) => scopingOf(kb, said, '2026-11-23');

describe('what a message says of place, person and day', () => {
  it.each([
    ['我在南岸区', { type: 'told', region: '重庆市南岸区', leans: false }],
    ['我住重庆南岸', { type: 'told', region: '重庆市南岸区', leans: false }],
    ['我们这里是湖北咸宁', { type: 'told', region: '湖北省咸宁市', leans: false }],
    ['地区改成湖北', { type: 'told', region: '湖北省', leans: false }],
    ['我在南岸区这边', { type: 'told', region: '重庆市南岸区', leans: false }],
    ['我是重庆人', { type: 'told', region: '重庆市', leans: false }],
    ['我在重庆', { type: 'told', region: '重庆市', leans: false }],
    ['我是社区工作者', { type: 'told', role: 'worker', leans: false }],
    ['我是居委会的', { type: 'told', role: 'worker', leans: false }],
    ['我是社工', { type: 'told', role: 'worker', leans: false }],
    ['我是一名网格员', { type: 'told', role: 'worker', leans: false }],
    ['我是村支书', { type: 'told', role: 'worker', leans: false }],
    ['我在社区工作', { type: 'told', role: 'worker', leans: false }],
    ['我是街道干部', { type: 'told', role: 'official', leans: false }],
    ['我是民政局的', { type: 'told', role: 'official', leans: false }],
    ['我在街道办上班', { type: 'told', role: 'official', leans: false }],
    ['我是居民', { type: 'told', role: 'resident', leans: false }],
    ['我是南岸区的社区工作者', { type: 'told', role: 'worker', region: '重庆市南岸区', leans: false }],
    ['换成湖北呢', { type: 'told', region: '湖北省', leans: true }],
    ['湖北呢', { type: 'told', region: '湖北省', leans: true }],
    ['那要是在重庆呢', { type: 'told', region: '重庆市', leans: true }],
    ['按湖北的规定呢', { type: 'told', region: '湖北省', leans: true }],
    ['2025年呢', { type: 'told', date: '2025-12-31', leans: true }],
    ['2025年的时候呢', { type: 'told', date: '2025-12-31', leans: true }],
    ['2025年3月呢', { type: 'told', date: '2025-03-31', leans: true }],
    ['那村里呢', { type: 'told', committee: 'village', leans: true }],
    ['要是居委会呢', { type: 'told', committee: 'urban', leans: true }],
    ['现在呢', { type: 'told', date: null, leans: true }],
    ['其他地方呢', { type: 'told', region: null, leans: true }],
    ['我是街道应急办的', { type: 'told', role: 'official', leans: false }],
    ['去年呢', { type: 'told', date: '2025-12-31', leans: true }],
    ['今年是2026年', null],
    ['不限地区', { type: 'told', region: null, leans: true }],
    ['换成全国呢', { type: 'told', region: null, leans: true }],
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
    expect(read('我在鼓楼区')).toMatchObject({ type: 'several' });
    expect(read('我在朝阳')).not.toBeNull();
  });

  it('says of an unknown region what to write', () => {
    expect(read('我在南安区')).toEqual({
      type: 'unknown',
      message: '不认识地区「南安区」，是不是 重庆市南岸区？',
    });
  });
});
