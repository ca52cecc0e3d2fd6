import { describe, expect, it } from 'vitest';
import { catalogueFor, defaultRules } from '#catalogue/catalogue.js';
import { type Citation, citedPlace, NO_LOCATOR, toCitation } from '#catalogue/citation.js';
import { findRegion } from '#catalogue/find-region.js';
import { rowById } from '#catalogue/knowledge-base.js';
import { bySubject, conflicts } from '#catalogue/subjects.js';
import { fixtureKnowledge } from '../support/knowledge.js';

const kb = fixtureKnowledge();
const at = (region: string, date: string) => catalogueFor(kb, findRegion(kb.regions, region), date);
const ids = (region: string, date: string): string[] => at(region, date).items.map(({ item }) => item.id);

describe('catalogueFor', () => {
  it('joins the region’s own rows with those of every level above it, nearest first', () => {
    expect(ids('南岸区', '2026-06-01')).toEqual([
      'na-may-1',
      'cq-negative-1',
      'nl25-duties-1',
      'nl25-assist-1',
      'nl25-barred-1',
    ]);
  });

  it('leaves out what belongs to other regions', () => {
    expect(ids('湖北', '2026-06-01')).toEqual(['nl25-duties-1', 'nl25-assist-1', 'nl25-barred-1']);
  });

  it('is the country’s own where no region is given', () => {
    expect(catalogueFor(kb, undefined, '2026-06-01').levels.map((level) => level.name)).toEqual(['全国']);
  });

  it('gives the old law before the day the new one took effect, and says why the new one is left out', () => {
    const old = at('全国', '2025-12-31');
    expect(old.items.map(({ item }) => item.id)).toEqual(['nl18-duties-1']);
    expect(old.excluded.find(({ row }) => row.document.id === 'nation-law-2025')?.reason).toBe('not-yet');
  });

  it('ends a superseded law on the day its successor took effect', () => {
    const now = at('全国', '2026-01-01');
    expect(now.items.map(({ item }) => item.id)).not.toContain('nl18-duties-1');
    expect(now.excluded.find(({ row }) => row.document.id === 'nation-law-2018')?.reason).toBe('superseded');
  });

  it('counts the end of a row from the earliest day of a partial date', () => {
    expect(ids('南岸区', '2027-02-28')).toContain('na-may-1');
    expect(ids('南岸区', '2027-03-01')).not.toContain('na-may-1');
  });

  it('has nothing before the month a document was issued in', () => {
    expect(ids('重庆市', '2019-05-31')).not.toContain('cq-negative-1');
    expect(ids('重庆市', '2019-06-01')).toContain('cq-negative-1');
  });

  it('never holds a row whose region is unknown', () => {
    expect(ids('南岸区', '2026-06-01')).not.toContain('na-may-2');
  });

  it('refuses an impossible day', () => {
    expect(() => catalogueFor(kb, undefined, '2026-02-30')).toThrow(
      expect.objectContaining({ code: 'QD-DATE' }),
    );
  });

  it('knows the default rule for what is on no list', () => {
    const [rule] = defaultRules(at('南岸区', '2026-06-01'), 'unlisted-task');
    expect(rule?.provision.id).toBe('nation-law-2025-p1');
  });
});

describe('bySubject and conflicts', () => {
  it('let the nearest level decide and keep the further rows', () => {
    const group = bySubject(at('南岸区', '2026-06-01')).get('居住证明');
    expect(group?.deciding.map(({ item }) => item.id)).toEqual(['na-may-1']);
    expect(group?.further.map(({ item }) => item.id)).toEqual(['nl25-barred-1']);
  });

  it('show both sources where two lists contradict each other', () => {
    const found = conflicts(at('南岸区', '2026-06-01'));
    expect(found.map(({ subject, rows }) => [subject, ...rows.map(({ item }) => item.id)])).toEqual([
      ['居住证明', 'na-may-1', 'nl25-barred-1'],
    ]);
    expect(found[0]?.decides?.item.id).toBe('na-may-1');
  });

  it('see no conflict between helping and not being the responsible party', () => {
    expect(conflicts(at('重庆市', '2026-06-01'))).toEqual([]);
  });
});

describe('toCitation', () => {
  const cite = (id: string) => {
    const row = rowById(kb, id);
    if (row === undefined) throw new Error(`no ${id}`);
    return toCitation(row);
  };

  it('names document, place, region, date, evidence and address', () => {
    expect(cite('nl25-duties-1')).toEqual({
      documentId: 'nation-law-2025',
      title: '新组织法',
      number: '主席令第一号',
      locator: '第十条第三项',
      region: '全国',
      effectiveFrom: '2026-01-01',
      evidence: 'primary',
      summary: '邻里之间有矛盾时居中劝和。',
      url: 'https://example.org/law-2025',
    });
  });

  it('cites the law a compilation’s row comes from', () => {
    expect(cite('na-may-1')).toMatchObject({ title: '某某条例', number: null, effectiveFrom: null });
  });

  it('has no address but its own where the row comes from a law of its own', () => {
    expect(cite('na-may-1').url).toBeNull();
    expect(cite('na-may-2').url).toBe('https://example.org/nanan');
  });

  it('has no address where the source is on paper', () => {
    expect(cite('cq-negative-1').url).toBeNull();
  });
});

describe('citedPlace', () => {
  const place = (fields: Partial<Citation>) =>
    citedPlace({ title: '示例法', number: null, locator: '第三条', ...fields } as Citation);

  it.each<[string, Partial<Citation>, string]>([
    ['a title that a text bears', {}, '《示例法》第三条'],
    ['the edition read', { edition: '2025年修正' }, '《示例法》（2025年修正）第三条'],
    ['the number', { number: '示发〔2020〕1号' }, '《示例法》（示发〔2020〕1号）第三条'],
    ['a title within a title', { title: '实施《示例法》办法' }, '《实施〈示例法〉办法》第三条'],
    ['a place that nobody saw', { locator: NO_LOCATOR }, '《示例法》，条目未见'],
    [
      'a name of our own',
      { borne: false, title: '示例报道', locator: '报道所列第1项' },
      '示例报道，报道所列第1项',
    ],
  ])('prints %s', (_what, fields, printed) => {
    expect(place(fields)).toBe(printed);
  });
});
