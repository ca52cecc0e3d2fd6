import { describe, expect, it } from 'vitest';
import { KIND_IDS } from '#registers/kind.js';
import { REGISTERS } from '#registers/kinds/index.js';
import { lookedUp } from '#registers/lookup.js';

const TODAY = '2026-11-28';

describe('what is wanted of a register', () => {
  it.each([
    ['今年给谁盖过章', { kind: 'seal', want: 'entries', stretch: { from: '2026-01-01', to: TODAY } }],
    ['我们社区上个月都给谁开了证明', { kind: 'seal', want: 'entries', stretch: { from: '2026-10-01' } }],
    ['居住证明今年开过几次', { kind: 'seal', want: 'entries', name: '居住证明' }],
    ['去年万能章汇总表', { kind: 'seal', want: 'summary', stretch: { to: '2025-12-31' } }],
    ['盖了几个章', { kind: 'seal', want: 'summary', stretch: null }],
    ['哪个单位要证明最多', { kind: 'seal', want: 'summary' }],
    ['哪些单位老要证明', { kind: 'seal', want: 'summary' }],
    ['这个数据别的表要过吗', { kind: 'fields', want: 'shared', name: '' }],
    ['身份证号别的表要过没有', { kind: 'fields', want: 'shared', name: '身份证号' }],
    ['姓名这一栏几个单位都要吗', { kind: 'fields', want: 'shared', name: '姓名' }],
    ['哪些字段重复', { kind: 'fields', want: 'shared', name: '' }],
    ['重复采集的数据有哪些', { kind: 'fields', want: 'shared', name: '' }],
    ['我们社区的村规民约备案了没有', { kind: 'covenants', field: 'filed', place: '' }],
    ['阳光社区的居民公约备案了吗', { kind: 'covenants', field: 'filed', place: '阳光社区' }],
    ['哪些社区的规约还没备案', { kind: 'covenants', field: 'filed' }],
    ['居民公约审查过没有', { kind: 'covenants', field: 'reviewed' }],
    ['村规民约哪年通过的', { kind: 'covenants', field: 'day' }],
    ['哪些表没有准入', { kind: 'forms', want: 'entries', state: 'recorded' }],
    ['现在要填多少张表', { kind: 'forms', want: 'entries', state: null }],
    ['我们社区挂了几块牌子', { kind: 'boards', want: 'entries' }],
    ['建了几个微信群', { kind: 'channels', want: 'entries' }],
    ['今年参加了多少次会', { kind: 'meetings', want: 'summary' }],
    ['看看考核评比登记', { kind: 'assessments', want: 'entries' }],
    ['社会组织登记有哪些', { kind: 'organisations', want: 'entries' }],
  ])('is told: %s', (said, lookup) => {
    expect(lookedUp(said, TODAY)).toMatchObject(lookup);
  });

  it.each([
    '社区能开居住证明吗',
    '居住证明开了没有用怎么办',
    '村规民约要备案吗',
    '村规民约备案找谁',
    '社区能挂几块牌子',
    '登记用章',
    '哪些证明社区不能开',
    '社会组织登记要什么手续',
    '人口普查要填哪些表',
    `给谁盖过章${'啊'.repeat(60)}`,
  ])('isn’t told: %s', (said) => {
    expect(lookedUp(said, TODAY)).toBeNull();
  });

  it.each(KIND_IDS)('of %s is said by fields that it has, and by its own name', (id) => {
    const { name, fields, looked } = REGISTERS[id];
    const keys = fields.map(({ key }) => key);
    const named = [...looked.shows, ...looked.asks.flatMap(({ field }) => field ?? [])];
    expect(named.filter((key) => !keys.includes(key))).toEqual([]);
    const noun = looked.nouns[0] ?? name;
    expect(lookedUp(`查一下${noun}登记`, TODAY)).toMatchObject({ kind: id, want: 'entries' });
    expect(lookedUp(`去年的${noun}登记汇总`, TODAY)).toMatchObject({ kind: id, want: 'summary' });
  });
});
