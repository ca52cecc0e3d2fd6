import { describe, expect, it } from 'vitest';
import { readKnowledgeFiles } from '#app/files.js';
import { readMatterFiles } from '#app/matters.js';
import { lintKnowledge } from '#catalogue/lint/lint.js';
import { checkLibrary, type MatterFiles } from '#catalogue/matters/lint-library.js';
import { FEWEST_WORDINGS, thinMatters } from '#catalogue/matters/lint-wordings.js';
import { parseMatters } from '#catalogue/matters/load.js';
import { parseWordings } from '#catalogue/matters/wordings.js';
import { parseDocument } from '#catalogue/parse.js';

const MATTERS = `matters:
  - { id: rule-boards, name: 挂牌, sort: rule, is: 挂几块牌子。, unlike: [{ matter: rule-forms, differs: 表 }] }
  - { id: rule-forms, name: 报表, sort: rule, is: 填几张表。 }
`;
const DOCUMENT = `id: a
title: 甲
type: notice
status: in-force
region: 全国
evidence: primary
sources: [纸]
provisions:
  - { id: a-p1, topic: 牌子, matter: rule-boards, locator: 第一条, summary: 挂三块。 }
  - { id: a-p2, topic: 表, matter: rule-forms, locator: 第二条, summary: 填七张。 }
lists:
  - id: l
    name: 清单
    kind: autonomy
    items: []
`;
const WORDINGS = 'rule-boards\t挂几块牌子\nrule-forms\t表太多了\nnone:vague\t这个归谁\n';

interface Texts {
  matters?: string;
  wordings?: string;
  document?: string;
}

function check({ matters = MATTERS, wordings = WORDINGS, document = DOCUMENT }: Texts) {
  const files: MatterFiles = {
    matters: [{ path: 'matters/a.yaml', text: matters }],
    wordings: [{ path: 'wordings/a.tsv', text: wordings }],
  };
  return checkLibrary(files, [parseDocument({ path: 'documents/a.yaml', text: document })]);
}

describe('checkLibrary', () => {
  it('only reminds of few wordings where all fits', () => {
    expect(check({})).toEqual([
      expect.objectContaining({
        severity: 'warning',
        code: 'KB-WORDINGS-FEW',
        message: '规定类有 2 个事项问法不足 15 条，共缺 28 条：rule-boards 1、rule-forms 1',
      }),
    ]);
  });

  it.each<[string, Texts, string, string]>([
    [
      'a row without a matter',
      { document: DOCUMENT.replace(' matter: rule-boards,', '') },
      'KB-MATTER',
      '没有写明是哪个事项',
    ],
    [
      'a row of a matter that does not exist',
      { document: DOCUMENT.replace('rule-boards', 'rule-nothing') },
      'KB-MATTER',
      'rule-nothing 不存在',
    ],
    [
      'what a matter is unlike and does not exist',
      { matters: MATTERS.replace('matter: rule-forms', 'matter: rule-nothing') },
      'KB-MATTER',
      'rule-nothing 不存在',
    ],
    [
      'a matter unlike itself',
      { matters: MATTERS.replace('matter: rule-forms', 'matter: rule-boards') },
      'KB-MATTER',
      '指向了事项自己',
    ],
    [
      'an id given twice',
      { matters: MATTERS.replace('id: rule-forms', 'id: rule-boards') },
      'KB-MATTER',
      '用了两次',
    ],
    ['matters that are no YAML', { matters: 'matters: [' }, 'KB-YAML', 'matters/a.yaml'],
    [
      'matters that do not fit the schema',
      { matters: MATTERS.replace('sort: rule', 'sort: x') },
      'KB-SCHEMA',
      'sort',
    ],
    ['wordings that are no table', { wordings: '一句话' }, 'KB-WORDING', '一个制表符'],
    [
      'a wording of a matter that does not exist',
      { wordings: `${WORDINGS}rule-x\t啊` },
      'KB-WORDING',
      'rule-x 不存在',
    ],
    [
      'a wording said twice, whatever its punctuation of width',
      { wordings: `${WORDINGS}rule-boards\t掛几块牌子` },
      'KB-WORDING',
      '与 wordings/a.tsv:1 重复',
    ],
    ['a wording of two matters', { wordings: `${WORDINGS}rule-forms\t挂几块牌子` }, 'KB-WORDING', '两个事项'],
    [
      'a wording that is too long',
      { wordings: `${WORDINGS}rule-forms\t${'长'.repeat(201)}` },
      'KB-WORDING',
      '201 字',
    ],
  ])('refuses %s', (_what, texts, code, message) => {
    expect(check(texts)).toContainEqual(
      expect.objectContaining({ severity: 'error', code, message: expect.stringContaining(message) }),
    );
  });

  it('notes matters without rows and matters without wordings', () => {
    const matters = `${MATTERS}  - { id: rule-hall, name: 大厅, sort: rule, is: 大厅怎么改。 }\n`;
    const notes = check({ matters }).filter(({ code }) => code === 'KB-MATTER-EMPTY');
    expect(notes.map(({ severity, where, message }) => [severity, where, message])).toEqual([
      ['gap', 'matters', '1 个事项没有任何文件条目：大厅'],
      ['gap', 'wordings', '1 个事项还没有问法：大厅'],
    ]);
  });

  it('asks nothing of a folder without matters', () => {
    const document = parseDocument({ path: 'documents/a.yaml', text: DOCUMENT });
    expect(checkLibrary({ matters: [], wordings: [] }, [document])).toEqual([]);
  });
});

describe('thinMatters', () => {
  it('counts what a matter lacks, by the bar of its sort', () => {
    const matters = parseMatters({ path: 'a', text: MATTERS });
    const enough = Array.from({ length: FEWEST_WORDINGS.rule }, (_, i) => `rule-boards\t第${i}句`).join('\n');
    const wordings = parseWordings({ path: 'w', text: `${enough}\nrule-forms\t一句` });
    expect(thinMatters(matters, wordings)).toEqual([{ matter: matters[1], count: 1, lacks: 14 }]);
  });
});

describe('the shipped matters and wordings', () => {
  const { matters, wordings } = readMatterFiles();
  const shipped = matters.flatMap(parseMatters);

  it('have no errors', () => {
    const findings = lintKnowledge(readKnowledgeFiles(), { matters, wordings });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('are at least 450, of all four sorts, 120 of them demands', () => {
    expect(shipped.length).toBeGreaterThanOrEqual(450);
    expect(new Set(shipped.map(({ sort }) => sort)).size).toBe(4);
    expect(shipped.filter(({ sort }) => sort === 'demand').length).toBeGreaterThanOrEqual(120);
  });

  it('cite an article for every demand', () => {
    const bare = shipped.filter(({ triage }) =>
      triage?.basis.some(({ version, from, number }) => !(version ?? from ?? number)),
    );
    expect(bare).toEqual([]);
  });
});
