import { describe, expect, it } from 'vitest';
import { effective, type ItemRow, outOfForce } from '#catalogue/rows.js';
import { documentSchema } from '#catalogue/schema.js';

/** An item of a document, with what both say of their dates. */
function rowOf(document: object, item: object): ItemRow {
  const parsed = documentSchema.parse({
    id: 'example',
    title: '示例',
    type: 'compilation',
    status: 'in-force',
    region: '全国',
    evidence: 'primary',
    sources: ['示例'],
    ...document,
    lists: [
      {
        id: 'list',
        name: '示例',
        kind: 'assist',
        items: [
          { id: 'list-1', no: 1, name: '甲', subject: '甲', locator: '第一条', summary: '甲', ...item },
        ],
      },
    ],
  });
  const [list] = parsed.lists;
  const [only] = list?.items ?? [];
  if (list === undefined || only === undefined) throw new Error('no item');
  return { type: 'item', item: only, list, document: parsed };
}

const law = { title: '示例法', version: '2021-08-20' };

describe('a row counts', () => {
  it.each<[string, object, object, string | null]>([
    ['from its own start', { issuedOn: '2019' }, { effectiveFrom: '2022-01', law }, '2022-01'],
    ['from its document’s start', { issuedOn: '2019', effectiveFrom: '2020-05' }, {}, '2020-05'],
    ['from the issue of its document', { issuedOn: '2019' }, {}, '2019'],
    [
      'from the version of the law it comes from, whenever the compilation was made',
      { issuedOn: '2025', effectiveFrom: '2025-02' },
      { law },
      '2021-08-20',
    ],
    ['from ever where nobody knows', {}, {}, null],
    ['from ever where its law shows no version', { issuedOn: '2025' }, { law: { title: '示例法' } }, null],
  ])('%s', (_from, document, item, start) => {
    expect(effective(rowOf(document, item)).inForceFrom).toBe(start);
  });

  it('not before that day', () => {
    const row = rowOf({ issuedOn: '2019-01-01' }, { law });
    expect(outOfForce(row, '2021-08-19', null)).toBe('not-yet');
    expect(outOfForce(row, '2021-08-20', null)).toBeNull();
  });

  it('gives the reason where no day is known, its own or that of its document', () => {
    const dateUnknown = '页面没有日期。';
    expect(effective(rowOf({ dateUnknown }, {})).dateUnknown).toBe(dateUnknown);
    expect(effective(rowOf({}, { dateUnknown })).dateUnknown).toBe(dateUnknown);
    expect(effective(rowOf({ dateUnknown }, { law: { title: '示例法' } })).dateUnknown).toBeNull();
    expect(effective(rowOf({ dateUnknown }, { effectiveFrom: '2020' })).dateUnknown).toBeNull();
  });
});
