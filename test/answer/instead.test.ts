import { beforeAll, describe, expect, it } from 'vitest';
import { sectionsOf } from '#answer/section.js';
import { type Assistant, openAssistant } from '#app/assistant.js';
import { readMatters } from '#app/matters.js';
import { readKnowledge } from '#app/open.js';
import { kindOf } from '#catalogue/rows.js';

let assistant: Assistant;
beforeAll(() => {
  assistant = openAssistant({ today: '2026-11-27' });
});
const titlesOf = ({ citations }: ReturnType<Assistant['decide']>) => citations.map(({ title }) => title);

describe('where a paper is had that the committee doesn’t issue', () => {
  it.each([
    ['全国', '社区能开疾病证明吗', '医师', '中华人民共和国医师法'],
    ['湖北省', '社区开转学证明吗', '学籍', '中华人民共和国教育法'],
    ['天津市', '社区开工作经历证明吗', '用人单位', '中华人民共和国劳动合同法'],
  ])(
    'is told by its matter, with the articles, where the row of %s gives no route',
    (region, text, says, law) => {
      const answer = assistant.decide({ text, region });
      expect(answer.verdict).toBe('must-not-certify');
      expect(answer.route).toContain(says);
      expect(sectionsOf(answer.sections, 'route')).toEqual([expect.stringContaining(says)]);
      expect(titlesOf(answer)).toContain(law);
      expect(titlesOf(answer)[0]).not.toBe(law);
    },
  );

  it('is the row’s own route where it has one', () => {
    const answer = assistant.decide({ text: '社区能开健在证明吗' });
    expect(answer.route).toContain('经办机构');
    expect(titlesOf(answer)).toContain('社会保险经办条例');
  });

  it('is told of a paper that no list here has, and not where a list lets the committee issue it', () => {
    const [unlisted, listed] = ['全国', '天津市'].map((region) =>
      assistant.decide({ text: '社区能开居住证明吗', region }),
    );
    expect([unlisted?.verdict, listed?.verdict]).toEqual(['not-listed', 'may-certify']);
    expect(unlisted?.route).toContain('居住证');
    expect(listed?.route).toBeNull();
  });

  it('isn’t told for a day before the articles took effect', () => {
    const answer = assistant.decide({ text: '社区能开疾病证明吗', date: '2021-06-01' });
    expect([answer.verdict, answer.route]).toEqual(['must-not-certify', null]);
    expect(titlesOf(answer)).not.toContain('中华人民共和国医师法');
  });
});

describe('the shipped papers that are barred', () => {
  it('all say where they are had, but those for which no source was found', () => {
    const { byId } = readMatters();
    const barred = [...readKnowledge().itemById.values()].filter((row) => kindOf(row) === 'must-not-certify');
    const silent = barred.filter(({ item: { route, matter = '' } }) => {
      const { instead, within = '' } = byId.get(matter) ?? {};
      return route === undefined && (instead ?? byId.get(within)?.instead) === undefined;
    });
    expect([...new Set(silent.map(({ item }) => item.matter))].sort()).toEqual([
      'paper-affordable-housing',
      'paper-family-planning',
      'paper-lost-receipt',
      'paper-vacant-house',
    ]);
  });
});
