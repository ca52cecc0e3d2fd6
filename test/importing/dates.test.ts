import { describe, expect, it } from 'vitest';
import type { ImportOptions } from '#importing/import-plan.js';
import { canLoad } from '#importing/report.js';
import { header, planOf, problems } from './planning.js';

describe('the day from which a document counts', () => {
  const rows = [header, ['1', '示例', '']];
  const documentOf = (options: Partial<ImportOptions>) => planOf(rows, options).documents[0]?.document;

  it('is asked for where a new one shows none, and its gap says why', () => {
    const plan = planOf(rows);
    expect(canLoad(plan)).toBe(true);
    expect(problems(plan, 'warning').join()).toContain('起算日期不详');
    expect(plan.documents[0]?.document.dateUnknown).toContain('导入时没有写');
  });

  it.each<[string, Partial<ImportOptions>, object]>([
    ['as it is given', { issuedOn: '2024-05' }, { issuedOn: '2024-05' }],
    ['the year of its number', { number: '示例民发〔2023〕1号' }, { issuedOn: '2023' }],
    [
      'added to a known document that has none',
      { documentId: 'nanan-may', region: '重庆市南岸区', effectiveFrom: '2024-06-01' },
      { id: 'nanan-may', effectiveFrom: '2024-06-01' },
    ],
  ])('is %s', (_as, options, dates) => {
    const document = documentOf(options);
    expect(document).toMatchObject(dates);
    expect(document).not.toHaveProperty('dateUnknown');
  });

  it('of a known document stays as it is', () => {
    const document = documentOf({ documentId: 'chongqing-lists', issuedOn: '2030' });
    expect(document?.issuedOn).toBe('2019-06');
  });
});
