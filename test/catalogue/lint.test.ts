import { describe, expect, it } from 'vitest';
import { readKnowledgeFiles } from '#app/files.js';
import type { Finding } from '#catalogue/lint/finding.js';
import { lintKnowledge } from '#catalogue/lint/lint.js';
import { FIXTURE_FOLDER } from '../support/knowledge.js';

const files = readKnowledgeFiles(FIXTURE_FOLDER);

/** What lint says once `change` was made to the text of one fixture document. */
function lintAfter(documentId: string, change: (text: string) => string): Finding[] {
  const path = `documents/${documentId}.yaml`;
  const documents = files.documents.map((file) =>
    file.path === path ? { path, text: change(file.text) } : file,
  );
  return lintKnowledge({ ...files, documents });
}

const replace = (from: string, to: string) => (text: string) => {
  if (!text.includes(from)) throw new Error(`the fixture has no 「${from}」`);
  return text.replace(from, to);
};

describe('lintKnowledge', () => {
  it('finds nothing in the fixture but its gap and its one contradiction', () => {
    expect(lintKnowledge(files).map(({ severity, code, where }) => [severity, code, where])).toEqual([
      ['warning', 'KB-CONTRADICTION', 'na-may-1 nl25-barred-1'],
      ['gap', 'KB-COUNT', 'cq-negative'],
    ]);
  });

  it.each([
    ['what is no YAML', 'nanan-may', replace('title: ', 'title: ['), 'error', 'KB-YAML'],
    [
      'what does not fit the schema',
      'nanan-may',
      replace('evidence: partial', 'evidence: x'),
      'error',
      'KB-SCHEMA',
    ],
    [
      'an id used twice',
      'nanan-may',
      replace('id: na-may-1', 'id: nl25-barred-1'),
      'error',
      'KB-DUPLICATE-ID',
    ],
    ['an id against the convention', 'nanan-may', replace('id: na-may-1', 'id: na-may-7'), 'error', 'KB-ID'],
    [
      'a file named otherwise than its document',
      'nanan-may',
      replace('id: nanan-may', 'id: nanan'),
      'error',
      'KB-ID',
    ],
    [
      'a region that does not exist',
      'nanan-may',
      replace('region: 未知', 'region: 火星'),
      'error',
      'KB-REGION',
    ],
    [
      'a route source that does not exist',
      'nanan-may',
      replace('locator: 第五条', 'locator: 第五条\n        routeSource: nowhere-1'),
      'error',
      'KB-REFERENCE',
    ],
    [
      'an end before the start',
      'nanan-may',
      replace('effectiveTo: 2027-03', 'effectiveTo: 2027-03\n        effectiveFrom: 2028-01'),
      'error',
      'KB-DATES',
    ],
    [
      'a row that counts from no day',
      'chongqing-lists',
      replace('issuedOn: 2019-06\n', ''),
      'error',
      'KB-NO-DATE',
    ],
    [
      'a row whose law shows no version',
      'nanan-may',
      replace(', version: "2021" }', ' }'),
      'error',
      'KB-NO-DATE',
    ],
    [
      'why a row counts from no day',
      'nanan-may',
      replace(', version: "2021" }', ' }\n        dateUnknown: 没有日期。'),
      'gap',
      'KB-NO-DATE',
    ],
    ['a day that does not exist', 'nanan-may', replace('2027-03', '2027-02-30'), 'error', 'KB-DATES'],
    [
      'a barred certificate with few aliases',
      'nation-law-2025',
      replace(', 住满一年的证明', ''),
      'warning',
      'KB-ALIASES',
    ],
    ['a duty with few aliases', 'nation-law-2025', replace(', 整治宣传', ''), 'warning', 'KB-ALIASES'],
    ['an alias of two matters', 'nanan-may', replace('别名甲', '整治宣传'), 'warning', 'KB-ALIAS-SHARED'],
    [
      'an alias that is another item’s name',
      'nanan-may',
      replace('别名甲', '居住证明'),
      'warning',
      'KB-ALIAS-IS-NAME',
    ],
    [
      'more rows than declared',
      'nation-law-2025',
      replace('declaredCount: 1', 'declaredCount: 0'),
      'warning',
      'KB-COUNT',
    ],
  ])('reports %s', (_what, documentId, change, severity, code) => {
    expect(lintAfter(documentId, change)).toContainEqual(expect.objectContaining({ severity, code }));
  });

  it.each([
    ['a locator that names no place', replace('locator: 第五条', 'locator: 不详'), 'KB-LOCATOR'],
    ['a heading of our own as a locator', replace('locator: 第五条', 'locator: 清单数目'), 'KB-LOCATOR'],
    ['a compilation that does not say whose its title is', replace('titleIs: ours\n', ''), 'KB-TITLE'],
    ['a title in 《》 with neither number nor date', replace(', version: "2021"', ''), 'KB-TITLE'],
    ['a title with the version added', replace('某某条例', '某某条例（2021年修正）'), 'KB-TITLE'],
    ['a title with the clause added', replace('某某条例', '某某条例(证明事项条款)'), 'KB-TITLE'],
    ['an article without its version', replace(', version: "2021"', ', number: 某字1号'), 'KB-VERSION'],
    ['an edition of another year', replace('"2021"', '"2021", edition: 2020年修正'), 'KB-VERSION'],
    [
      'an article perhaps out of date whose edition is not shown',
      replace('evidence: primary', 'evidence: primary\n        status: unknown'),
      'KB-VERSION',
    ],
    ['an article called partly seen', replace('evidence: primary', 'evidence: partial'), 'KB-EVIDENCE'],
    ['a report called the original', replace('locator: 第五条', 'locator: 报道所列第1项'), 'KB-EVIDENCE'],
    ['a text read without a place', replace('locator: 第五条', ''), 'KB-EVIDENCE'],
    ['a reply letter as a rule', replace('某某条例, version', '某某建议的答复函, version'), 'KB-NORM'],
    ['a guide as a list', replace('某某条例, version: "2021"', '某社区办事指南, titleIs: ours'), 'KB-NORM'],
  ])('warns of %s', (_what, change, code) => {
    expect(lintAfter('nanan-may', change)).toContainEqual(
      expect.objectContaining({ severity: 'warning', code }),
    );
  });

  it('takes a guide on a list that decides nothing', () => {
    const guide = replace('某某条例, version: "2021"', '某社区办事指南, titleIs: ours');
    const findings = lintAfter('nanan-may', (text) =>
      guide(text).replace('kind: may-certify', 'kind: reference'),
    );
    expect(findings.map(({ code }) => code)).not.toContain('KB-NORM');
  });

  it('names a doubtful title once, however many rows are cited by it', () => {
    const undated = (text: string) => text.replace('issuedOn: 2025-10-28\n', '').replace(/number: .*\n/, '');
    const titles = lintAfter('nation-law-2025', undated).filter(({ code }) => code === 'KB-TITLE');
    expect(titles).toHaveLength(1);
  });

  it('checks the other files where one is broken', () => {
    const findings = lintAfter('nanan-may', replace('title: ', 'title: ['));
    expect(findings.map(({ code }) => code)).toEqual(['KB-YAML', 'KB-COUNT']);
  });

  it('sees no contradiction between rows that never hold at the same time', () => {
    const findings = lintAfter('nanan-may', replace('effectiveTo: 2027-03', 'effectiveTo: 2025-12'));
    expect(findings.map(({ code }) => code)).toEqual(['KB-COUNT']);
  });
});

describe('the shipped knowledge base', () => {
  it('has no errors and nothing doubtful, only gaps', () => {
    expect(lintKnowledge(readKnowledgeFiles()).filter(({ severity }) => severity !== 'gap')).toEqual([]);
  });

  it('has no alias of two subjects', () => {
    const shared = lintKnowledge(readKnowledgeFiles()).filter(({ code }) => code === 'KB-ALIAS-SHARED');
    expect(shared.map(({ where, message }) => `${where}: ${message}`)).toEqual([]);
  });

  it('shows that none of the four lists of 重庆 is held, and how many rows each should have', () => {
    const gaps = lintKnowledge(readKnowledgeFiles()).filter(({ severity }) => severity === 'gap');
    const missing = ['cq-autonomy', 'cq-assist', 'cq-negative', 'cq-certificates'].map(
      (id) => gaps.find(({ where }) => where === id)?.message,
    );
    expect(missing.map((message) => /缺 (\d+) 项/.exec(message ?? '')?.[1])).toEqual(['23', '30', '7', '10']);
  });
});
