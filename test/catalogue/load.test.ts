import { describe, expect, it } from 'vitest';
import { readKnowledgeFiles } from '#app/files.js';
import { loadKnowledge } from '#catalogue/load.js';
import { parseDocument } from '#catalogue/parse.js';
import { FIXTURE_FOLDER } from '../support/knowledge.js';

const files = readKnowledgeFiles(FIXTURE_FOLDER);
const minimal =
  'id: a\ntitle: 甲\ntype: law\nstatus: unknown\nregion: 全国\nevidence: primary\nsources: [纸]\n';

describe('parseDocument', () => {
  const parse = (text: string) => () => parseDocument({ path: 'documents/a.yaml', text });

  it('reads a document and fills in empty lists', () => {
    expect(parse(minimal)()).toMatchObject({ id: 'a', lists: [], provisions: [] });
  });

  it('keeps a date as text', () => {
    expect(parse(`${minimal}issuedOn: 2020-02-01\n`)().issuedOn).toBe('2020-02-01');
  });

  it.each([
    ['no YAML', 'title: [甲\nb: 1', 'QD-YAML', /documents\/a\.yaml 第 \d+ 行/],
    ['a key twice', `${minimal}title: 乙\n`, 'QD-YAML', /第 8 行/],
    ['an unknown key', `${minimal}colour: 红\n`, 'QD-SCHEMA', /colour/],
    ['a wrong value', minimal.replace('primary', 'rumour'), 'QD-SCHEMA', /第 6 行「evidence」/],
    ['a missing key', minimal.replace('title: 甲\n', ''), 'QD-SCHEMA', /「title」/],
    ['nothing', '', 'QD-SCHEMA', /整个文件/],
    ['an alias bomb', bomb(), 'QD-YAML', /别名/],
    ['a huge file', `${minimal}note: ${'长'.repeat(4_000_001)}`, 'QD-YAML', /太大/],
  ])('refuses %s in one line that names file and place', (_what, text, code, message) => {
    expect(parse(text)).toThrow(expect.objectContaining({ code, message: expect.stringMatching(message) }));
    expect(parse(text)).not.toThrow(/\n/);
  });
});

function bomb(): string {
  const levels = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [name, below] of ['ba', 'cb', 'dc', 'ed', 'fe'].map((pair) => [...pair])) {
    levels.push(`${name}: &${name} [${Array(9).fill(`*${below}`).join(', ')}]`);
  }
  return levels.join('\n');
}

describe('loadKnowledge', () => {
  it('has one version for any order and layout of the files', () => {
    const { version } = loadKnowledge(files);
    const shuffled = {
      ...files,
      documents: files.documents.map((file) => ({ ...file, text: `# 说明\n${file.text}\n` })).reverse(),
    };
    expect(loadKnowledge(shuffled).version).toBe(version);
    expect(version).toMatch(/^[0-9a-f]{12}$/);
  });

  it('has another version once a word of the content changes', () => {
    const changed = {
      ...files,
      documents: files.documents.map((file) => ({ ...file, text: file.text.replace('居中劝和', '劝和') })),
    };
    expect(loadKnowledge(changed).version).not.toBe(loadKnowledge(files).version);
  });

  it.each([
    ['an id given twice', minimal.replace('id: a', 'id: nanan-may'), /nanan-may 已被/],
    ['a region that does not exist', minimal.replace('全国', '火星'), /火星/],
    ['a successor that does not exist', `${minimal}replacedBy: nowhere\n`, /nowhere/],
  ])('refuses %s', (_what, text, message) => {
    const documents = [...files.documents, { path: 'documents/a.yaml', text }];
    expect(() => loadKnowledge({ ...files, documents })).toThrow(
      expect.objectContaining({ code: 'QD-KNOWLEDGE', message: expect.stringMatching(message) }),
    );
  });
});
