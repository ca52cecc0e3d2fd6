import { describe, expect, it } from 'vitest';
import { readKnowledgeFiles } from '#app/files.js';
import { checkHosts, parseHosts } from '#catalogue/lint/hosts.js';
import { lintKnowledge } from '#catalogue/lint/lint.js';
import { IMPORT_SOURCE } from '#catalogue/office.js';
import { effective } from '#catalogue/rows.js';
import { fixtureKnowledge } from '../support/knowledge.js';

const hosts = parseHosts({
  path: 'hosts.yaml',
  text: 'official: [gov.cn]\nnamed: { people.com.cn: 人民网 }\n',
});
const [document] = fixtureKnowledge().documents;
if (document === undefined) throw new Error('the fixtures hold no document');

describe('addresses of sources', () => {
  it.each([
    ['http://mzj.cq.gov.cn/a.html', 0],
    ['https://paper.people.com.cn/b', 0],
    ['通知原件（民政局提供）', 0],
    ['http://gov.cn.example.com/c', 1],
    ['http://notgov.cn/d', 1],
  ])('are checked by their site: %s', (source, findings) => {
    expect(checkHosts([{ ...document, sources: [source] }], hosts)).toHaveLength(findings);
  });

  it('that are said to be none are cited as none, not by the document’s own', () => {
    const sources = ['http://mzj.cq.gov.cn/a.html'];
    const provision = { id: 'x-p1', topic: '甲', summary: '乙', aliases: [] };
    const row = { type: 'provision', document: { ...document, sources } } as const;
    expect(effective({ ...row, provision }).url).toBe(sources[0]);
    expect(effective({ ...row, provision: { ...provision, url: 'none' } }).url).toBeNull();
  });
});

describe('lint of what an office has loaded', () => {
  it('finds a matter that isn’t there, and says which rows are still open', () => {
    const files = readKnowledgeFiles();
    const item = (no: number, matter?: string) => ({
      id: `own-assist-${no}`,
      no,
      name: `示例事项${no}`,
      subject: `示例事项${no}`,
      summary: '示例',
      aliases: [],
      exceptions: [],
      ...(matter === undefined ? {} : { matter }),
    });
    const items = [item(1, 'duty-gone'), item(2), item(3, 'office-0123abcd')];
    const own = {
      ...document,
      id: 'own',
      sources: [`${IMPORT_SOURCE}清单.xlsx`],
      provisions: [],
      lists: [{ id: 'own-assist', name: '协助事项清单', kind: 'assist' as const, items }],
    };
    const library = {
      matters: [
        { path: 'matters/a.yaml', text: 'matters: [{ id: duty-a, name: 甲, sort: duty, is: 乙 }]\n' },
      ],
      wordings: [],
    };
    const found = lintKnowledge({ ...files, documents: [] }, library, { documents: [own] });
    const told = found.filter(({ documentId, code }) => documentId === 'own' && code === 'KB-MATTER');
    expect(told.map(({ severity, where }) => [severity, where])).toEqual([
      ['error', 'own-assist-1'],
      ['gap', 'own'],
    ]);
  });
});
