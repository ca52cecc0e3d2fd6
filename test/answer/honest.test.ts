import { beforeAll, describe, expect, it } from 'vitest';
import { sectionsOf } from '#answer/index.js';
import { type Assistant, openAssistant } from '#app/assistant.js';

let assistant: Assistant;
beforeAll(() => {
  assistant = openAssistant({ today: '2026-11-23' });
});

const headline = (text: string, more: { region?: string; date?: string } = {}) =>
  sectionsOf(assistant.decide({ text, ...more }).sections, 'headline')[0] ?? '';

describe('a list that isn’t loaded', () => {
  it('decides nothing by itself: the first line says so, and what the lists above it say', () => {
    const answer = assistant.decide({ text: '收入证明社区能开吗', region: '重庆市' });
    expect(answer).toMatchObject({ verdict: 'not-listed', band: 'abstain' });
    expect(headline('收入证明社区能开吗', { region: '重庆市' })).toMatch(
      /^重庆市自己的清单还没有收录.*上级清单/u,
    );
  });

  it('is named in the first line where a farther list gives the verdict', () => {
    const partly = headline('招商引资任务能派给社区吗', { region: '湖南省' });
    expect(partly).toMatch(/^不应承担.*湖南省自己的清单还没有收录全，这里按全国的规定判断/u);
    expect(headline('招商引资任务能派给社区吗')).not.toContain('清单还没有收录');
  });

  it('asks where, when a list of papers is asked for without a place', () => {
    expect(headline('社区能开哪些证明')).toContain('请问您在哪个省、市、区县');
    expect(headline('社区能开哪些证明', { region: '北京市' })).not.toContain('请问您在哪');
  });
});

describe('a day that isn’t today', () => {
  it('stands in the first line', () => {
    expect(headline('社区能开死亡证明吗', { date: '2025-03-05' })).toMatch(/^按2025年3月5日有效的规定：/u);
    expect(headline('2025年社区能开死亡证明吗')).toMatch(/^按2025年12月31日有效的规定：/u);
    expect(headline('社区能开死亡证明吗')).not.toContain('有效的规定');
  });

  it('is none in a story (1985年盖的房子)', () => {
    expect(headline('1985年盖的老房子，居委会能开死亡证明吗')).not.toContain('1985');
  });
});

describe('a name that isn’t one', () => {
  it.each([
    ['帮我写个退回函', '退回'],
    ['街道让社区监督通小拉注册量', '监督通小拉注册量'],
    ['这个证明社区给开不', '「'],
  ])('%s: no fragment is printed as the name of a matter', (text, fragment) => {
    expect(headline(text)).not.toContain(`「${fragment}`);
  });

  it('a paper’s full name as it was typed is one', () => {
    expect(headline('社区能开打呼噜证明吗')).toContain('「打呼噜证明」');
  });
});

describe('rules for villages and for towns', () => {
  it.each([
    ['居委会要不要调解邻里纠纷', /城市居民委员会组织法/u, /村民委员会组织法/u],
    ['村委会要不要调解民间纠纷', /村民委员会组织法/u, /居民委员会组织法/u],
    [
      '我们小区物业吵架，社区要不要调解民间纠纷',
      /城市居民委员会组织法|民法典|人民调解法/u,
      /村民委员会组织法/u,
    ],
  ])('%s: the other kind’s rule neither decides nor is cited', (text, cited, never) => {
    const { citations } = assistant.decide({ text });
    expect(citations.map(({ title }) => title).join('\n')).toMatch(cited);
    expect(citations.map(({ title }) => title).join('\n')).not.toMatch(never);
  });
});
