import { describe, expect, it } from 'vitest';
import { readMatters } from '#app/matters.js';
import { NO_OFFICE_LISTS, readKnowledge } from '#app/open.js';
import { parseDocument } from '#catalogue/parse.js';
import { mattersOf } from '../../src/ruling/matters.js';

const OWN = parseDocument({
  path: 'own.yaml',
  text: `
id: own
title: 示例区协助事项清单
issuer: 示例区
type: notice
issuedOn: 2026-01-01
status: in-force
region: 重庆市江津区
evidence: primary
sources: [示例]
provisions: []
lists:
  - id: own-assist
    name: 协助事项清单
    kind: assist
    items:
      - { id: own-assist-1, no: 1, summary: 示例, name: 协助开展垃圾分类宣传, subject: 垃圾分类宣传, matter: demand-sorting, aliases: [] }
`,
});

describe('a demand that an office’s list makes a duty', () => {
  const { byLabel, ofRow } = mattersOf(
    readKnowledge(undefined, { ...NO_OFFICE_LISTS, documents: [OWN] }),
    readMatters(),
  );
  const sides = byLabel.get('demand-sorting') ?? [];

  it('stays a demand for whoever wants it done, and has the row beside it', () => {
    expect(sides.map(({ key, group, rows }) => [key, group, rows.length])).toEqual([
      ['demand-sorting', 'demand', 0],
      ['demand-sorting:duty', 'duty', 1],
    ]);
    expect(sides.map(({ triage }) => triage !== undefined)).toEqual([true, false]);
    const [row] = sides[1]?.rows ?? [];
    expect(row === undefined ? undefined : ofRow(row)?.key).toBe('demand-sorting:duty');
  });
});
