import { describe, expect, it } from 'vitest';
import { readLimits } from '#app/window.js';
import type { CaseFigures } from '#cases/index.js';
import {
  caseNumber,
  checkedNumber,
  codeFrom,
  codeIn,
  limitsFor,
  numberIn,
  statisticsOf,
} from '#cases/index.js';

describe('a case’s number', () => {
  it.each([
    ['诉〔2026〕0012号', '诉〔2026〕0012号'],
    ['诉[2026]12号', '诉〔2026〕0012号'],
    ['2026-12', '诉〔2026〕0012号'],
    ['诉2026年第12号，查询码AB2CD3', '诉〔2026〕0012号'],
  ])('is read from 「%s」', (text, number) => {
    expect(numberIn(text)).toBe(number);
  });

  it('that isn’t one is refused', () => {
    expect(() => checkedNumber('十二号')).toThrow(/写法不对/);
  });

  it('and its code come apart again', () => {
    const code = codeFrom(new Uint8Array([0, 50, 100, 150, 200, 255]));
    expect(code).toMatch(/^[2-9A-HJ-KM-NP-Z]{6}$/);
    const text = `${caseNumber('2026', 7)} 查询码 ${code.toLowerCase()}`;
    expect([numberIn(text), codeIn(text)]).toEqual(['诉〔2026〕0007号', code]);
  });
});

describe('limits', () => {
  const data = readLimits();

  it('are the office’s own first, then the nearest region’s, then the default, which says that it rests on nothing', () => {
    const limits = limitsFor(data, ['四川省成都市', '四川省', '全国'], {
      limits: { self: 2 },
      basis: '服务承诺',
    });
    expect(limits.self).toEqual({ days: 2, basis: '服务承诺' });
    expect(limits.government).toMatchObject({ days: 15, basis: expect.stringContaining('未见原文') });
    expect(limits.reply.basis).toContain('没有文件依据');
  });
});

describe('statistics', () => {
  const figure = (different: Partial<CaseFigures>): CaseFigures => ({
    kind: 'demand',
    state: 'received',
    class: 'consult',
    matter: '路灯',
    region: '500108001001',
    receivedOn: '2026-11-02',
    resultOn: null,
    dueOn: '2026-11-10',
    late: false,
    outcome: null,
    satisfied: null,
    returns: 0,
    escalations: 0,
    ...different,
  });

  it('count what there is, and say nothing of what there isn’t', () => {
    expect(statisticsOf([], '2026-11-27')).toMatchObject({
      total: 0,
      medianDays: null,
      inTime: null,
      matters: [],
    });
    const figures = statisticsOf(
      [
        figure({}),
        figure({ state: 'closed', dueOn: null, resultOn: '2026-11-05', satisfied: true, outcome: 'agreed' }),
        figure({
          state: 'closed',
          dueOn: null,
          resultOn: '2026-11-09',
          satisfied: false,
          late: true,
          class: null,
        }),
        figure({
          kind: 'paper',
          state: 'resolved',
          resultOn: '2026-11-03',
          outcome: 'refused',
          matter: '居住证明',
        }),
      ],
      '2026-11-27',
    );
    expect(figures).toEqual({
      total: 4,
      open: 2,
      overdue: 2,
      closed: 2,
      byClass: { government: 0, consult: 2, self: 0, unsorted: 1 },
      byKind: { demand: 3, paper: 1 },
      issued: 0,
      refused: 1,
      returned: 0,
      escalated: 0,
      medianDays: 3,
      inTime: 2 / 3,
      visited: 2,
      satisfied: 1,
      matters: [
        ['路灯', 3],
        ['居住证明', 1],
      ],
    });
  });
});
