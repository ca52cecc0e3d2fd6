import { beforeAll, describe, expect, it } from 'vitest';
import { readMatters } from '#app/matters.js';
import { readKnowledge } from '#app/open.js';
import { rowById } from '#catalogue/knowledge-base.js';
import { documentSchema } from '#catalogue/schema.js';
import { type Matters, mattersOf } from '#ruling/matters.js';

const ROW = { no: 1, locator: '第1项', summary: '说明' };
const office = documentSchema.parse({
  id: 'office',
  title: '某街道清单',
  type: 'notice',
  status: 'in-force',
  region: '重庆市',
  evidence: 'primary',
  sources: ['街道来文'],
  lists: [
    {
      id: 'o-help',
      name: '协助',
      kind: 'assist',
      items: [{ ...ROW, id: 'o-help-1', name: '管护机井', subject: '机井' }],
    },
    {
      id: 'o-env',
      name: '协助环境',
      kind: 'assist',
      items: [
        { ...ROW, id: 'o-env-1', name: '协助环境整治', subject: '环境整治', matter: 'neg-environment' },
      ],
    },
  ],
});
let kb: ReturnType<typeof readKnowledge>;
let matters: Matters;
beforeAll(() => {
  kb = readKnowledge(undefined, { documents: [office], texts: new Map() });
  matters = mattersOf(kb, readMatters());
});
const matterOf = (id: string) => {
  const row = rowById(kb, id);
  return row && matters.ofRow(row);
};

describe('matters', () => {
  it('are one for all rows of all documents that name the same', () => {
    const matter = matterOf('mca20-barred-5');
    expect(matter).toMatchObject({ key: 'paper-no-crime-record', group: 'certificate' });
    expect(matterOf('hubei-barred-5')).toBe(matter);
  });

  it('are one for everything that is said of one subject of rules', () => {
    const matter = matterOf('law-jwh-2025-p13');
    expect(matter).toMatchObject({ key: 'rule-funding', group: 'fact' });
    expect(matterOf('cq-2022-166-p20')).toBe(matter);
  });

  it('don’t let a row that only tells the way decide; it stands for the paper', () => {
    const paper = matterOf('mca20-barred-5');
    expect(paper?.rows).not.toContain(rowById(kb, 'routes20-5'));
    expect(matterOf('routes20-5')).toBe(paper);
  });

  it('of an office that names none stand for themselves', () => {
    expect(matterOf('o-help-1')).toMatchObject({ key: 'duty:机井', label: 'duty:机井', group: 'duty' });
  });

  it('with a duty and what is barred of it have two sides under one label', () => {
    const sides = matters.byLabel.get('neg-environment') ?? [];
    expect(sides.map(({ group }) => group).sort()).toEqual(['duty', 'negative']);
    expect(matterOf('o-env-1')?.group).toBe('duty');
  });

  it('without any row are there too: demands, and what no document held speaks of', () => {
    expect(matters.byKey.get('demand-estate-lamp')).toMatchObject({ group: 'demand', rows: [] });
    expect(
      [...matters.byKey.values()].filter(({ triage }) => triage).every(({ group }) => group === 'demand'),
    ).toBe(true);
  });
});
