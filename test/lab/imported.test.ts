import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packagePath } from '#app/files.js';
import type { JoinedRow } from '#importing/joining/joined-row.js';
import { settle } from '#importing/joining/settle.js';
import { askAll, importWorkbook, judgeJoins } from '../../src/lab/imported/measure.js';
import { parseMarkedRows, parseRowQuestions } from '../../src/lab/imported/set.js';

describe('the files that an import is measured with', () => {
  it('say of a question which row is to answer it, and what', () => {
    const line = '{"text":"社区来劝架吗","row":"调解纠纷","expect":["autonomy","assist"]}';
    expect(parseRowQuestions(`${line}\n`, 'q.jsonl')).toEqual([
      { text: '社区来劝架吗', row: '调解纠纷', expect: ['autonomy', 'assist'] },
    ]);
    expect(parseRowQuestions('{"text":"甲","row":"乙","expect":"negative"}', 'q.jsonl')[0]?.expect).toEqual([
      'negative',
    ]);
  });

  it.each([
    ['no JSON', 'text', 'q.jsonl 第 1 行不是 JSON'],
    ['no row', '{"text":"甲","expect":["assist"]}', 'q.jsonl 第 1 行不对'],
    ['a verdict that isn’t one', '{"text":"甲","row":"乙","expect":["yes"]}', 'q.jsonl 第 1 行不对'],
    ['nothing', '\n', '没有问题'],
  ])('are refused for %s', (_, text, message) => {
    expect(() => parseRowQuestions(text, 'q.jsonl')).toThrow(message);
  });

  it('say of a row which matters are right', () => {
    const [row] = parseMarkedRows('assist\t协助征兵\tduty-conscription new\n', 'm.tsv');
    expect(row).toEqual({ kind: 'assist', name: '协助征兵', matters: ['duty-conscription', 'new'] });
    expect(() => parseMarkedRows('协助\t协助征兵\tnew\n', 'm.tsv')).toThrow('第 1 行');
  });
});

describe('a row that nobody chose for', () => {
  const near = (...confidences: number[]) => confidences.map((confidence) => ({ confidence }));

  it.each([
    ['one matter is sure', near(0.7, 0.1), 'sure'],
    ['two matters share it', near(0.45, 0.35), 'sure'],
    ['two matters share it, and neither is much', near(0.38, 0.38), 'open'],
    ['nothing is sure', near(0.5, 0.1), 'open'],
    ['nothing known is likely', near(0.2, 0.1), 'new'],
    ['nothing comes near', near(), 'new'],
  ])('is settled by what comes near: %s', (_, found, how) => {
    expect(settle(found)).toBe(how);
  });

  it('is judged by what is marked', () => {
    const row = (name: string, matter: string | null) => ({ name, matter }) as JoinedRow;
    const marked = parseMarkedRows('assist\t甲\tduty-dibao\nassist\t乙\tnew\n', 'm.tsv');
    const rows = [
      row('甲', 'duty-dibao'),
      row('甲', 'duty-census'),
      row('乙', 'office-1'),
      row('甲', null),
      row('丙', 'x'),
    ];
    expect(judgeJoins(rows, marked).map(({ outcome }) => outcome)).toEqual([
      'right',
      'wrong',
      'right',
      'open',
      'held',
    ]);
  });
});

describe('an open workbook of 70 rows', () => {
  const path = (end: string) => packagePath('test', 'evaluation', 'imported', `jiangjin.${end}`);

  it('is joined with few rows left to choose, and answers from its own rows', async () => {
    const imported = await importWorkbook(readFileSync(path('xlsx')), 'jiangjin.xlsx', {
      today: '2026-11-27',
    });
    expect([imported.region, imported.joins.length]).toEqual(['重庆市江津区', 70]);
    const joins = judgeJoins(imported.joins, parseMarkedRows(readFileSync(path('matters.tsv'), 'utf8'), 'm'));
    const count = (how: string) => joins.filter(({ outcome }) => outcome === how).length;
    expect(count('open')).toBeLessThanOrEqual(10);
    expect(count('wrong')).toBeLessThanOrEqual(4);
    const answers = askAll(imported, parseRowQuestions(readFileSync(path('jsonl'), 'utf8'), 'q'));
    const own = answers.filter(({ answered }) => answered === 'row' || answered === 'own');
    expect(own.length).toBeGreaterThanOrEqual(0.85 * answers.length);
    expect(answers.filter(({ answered }) => answered === 'wrong').length).toBeLessThanOrEqual(3);
  }, 120_000);
});
