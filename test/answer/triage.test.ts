import { beforeAll, describe, expect, it } from 'vitest';
import { sectionsOf } from '#answer/section.js';
import { type Assistant, openAssistant } from '#app/assistant.js';

let assistant: Assistant;
beforeAll(() => {
  assistant = openAssistant({ today: '2026-11-23' });
});
const LAMP = '小区楼道灯坏了没人修找谁';

describe('what a resident wants done', () => {
  it('is sorted, with who sees to it, where to turn and the articles it rests on', () => {
    const { verdict, band, citations, sections } = assistant.decide({ text: LAMP });
    expect([verdict, band]).toEqual(['triage-consult', 'answer']);
    expect(citations[0]).toMatchObject({ title: '中华人民共和国民法典', documentId: 'demand-estate-lamp' });
    for (const is of ['responsible', 'route', 'next', 'sources'] as const)
      expect(sectionsOf(sections, is)).toHaveLength(1);
  });

  it('is told each asker by what that one may do', () => {
    const said = (role: 'resident' | 'worker') =>
      sectionsOf(assistant.decide({ text: LAMP, role }).sections, 'next');
    expect(said('worker')).not.toEqual(said('resident'));
  });

  it('rests on a region’s own articles only there', () => {
    const titles = (region?: string) =>
      assistant.decide({ text: '电梯里困了人怎么办', region }).citations.map(({ title }) => title);
    expect(titles('重庆市')).toContain('重庆市特种设备安全条例');
    expect(titles()).toEqual(['中华人民共和国特种设备安全法']);
  });

  it('doesn’t rest on an article before it took effect', () => {
    const titles = (date: string) =>
      assistant.decide({ text: LAMP, date }).citations.map(({ title }) => title);
    expect(titles('2026-11-23')).toContain('中华人民共和国城市居民委员会组织法');
    expect(titles('2025-06-01')).not.toContain('中华人民共和国城市居民委员会组织法');
    expect(titles('2025-06-01')).toContain('中华人民共和国民法典');
  });
});
