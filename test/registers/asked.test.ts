import { describe, expect, it } from 'vitest';
import { askedAbout, askedLines, nothingLines } from '#registers/asked.js';
import { REGISTERS } from '#registers/kinds/index.js';
import { form } from './examples.js';

describe('what is asked about', () => {
  it.each([
    ['这张表能不填吗', 'forms', ''],
    ['这个台账要不要报', 'forms', ''],
    ['燃气安全排查统计表能不能不填', 'forms', '燃气安全排查统计表'],
    ['高龄津贴申报表是哪个单位要的', 'forms', '高龄津贴申报表'],
    ['这块牌子能不挂吗', 'boards', ''],
    ['妇女之家牌子有没有核准', 'boards', '妇女之家牌子'],
    ['反诈app我们能不装吗', 'channels', '反诈app'],
    ['这个会能不参加吗', 'meetings', ''],
    ['防汛推进会必须参加吗', 'meetings', '防汛推进会'],
    ['卫生创建考核可以不参加吗', 'assessments', '卫生创建考核'],
  ])('%s', (said, kind, name) => {
    expect(askedAbout(said)).toEqual({ kind, name });
  });

  it.each([
    '社区能开居住证明吗',
    '居委会能不去吗',
    '居民代表能不做吗',
    '这张表怎么填',
    '考核评比减到几项',
    '对外能挂几块牌子',
    '社区会议太多怎么办',
    '让社区填表归我们管吗',
  ])('%s is for others to answer', (said) => {
    expect(askedAbout(said)).toBeNull();
  });
});

describe('what is said', () => {
  const asked = form('燃气表', '区城管局', ['姓名'], '每周');

  it('of a form that nobody has decided on', () => {
    expect(askedLines(REGISTERS.forms, asked)).toEqual([
      '登记里有“燃气表”（登记〔2026〕0001号）。',
      '谁要的：区城管局；多久一次：每周。',
      '对方说的依据：没有写。',
      '没有见到准入：请对方先办准入，办好了再定做不做。',
    ]);
  });

  it('of a form that was admitted', () => {
    const decided = { day: '2026-04-01', by: '区民政局', number: '准入〔2026〕0003号', reason: null };
    expect(askedLines(REGISTERS.forms, { ...asked, state: 'admitted', decided }).at(-1)).toBe(
      '已准入（2026-04-01，准入〔2026〕0003号）：照准入的范围和次数做。',
    );
  });

  it('where the register has nothing', () => {
    expect(nothingLines(REGISTERS.forms, '燃气表', '重庆市南岸区')[0]).toBe(
      '重庆市南岸区的登记里没有“燃气表”，所以不知道是谁要的、有没有准入。',
    );
  });
});
