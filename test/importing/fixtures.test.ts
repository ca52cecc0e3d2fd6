import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readFileContent } from '#documents/read.js';
import { extractLists } from '#importing/extract.js';
import { splitByKind } from '#importing/list-parts.js';

const FOLDER = fileURLToPath(new URL('../fixtures/import', import.meta.url));

interface ExpectedList {
  /** null where the file doesn't say it and the user has to. */
  kind: string | null;
  declared?: number;
  attachment?: number;
  rows: Record<string, unknown>[];
}

const expected = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) as Record<
  string,
  ExpectedList[]
>;
const names = readdirSync(FOLDER).filter((name) => /\.(xlsx|docx|pdf|csv|txt)$/.test(name));

describe('lists as offices lay them out', () => {
  it('are at least 25 files of all formats, each with what is expected of it', () => {
    expect(names.length).toBeGreaterThanOrEqual(25);
    expect(new Set(names.map((name) => name.split('.').at(-1)))).toEqual(
      new Set(['xlsx', 'docx', 'pdf', 'csv', 'txt']),
    );
    expect(names.sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(names)('%s is read with no wrong row', async (name) => {
    const content = await readFileContent(readFileSync(join(FOLDER, name)), name);
    const extraction = extractLists(content);
    const lists = extraction.lists.flatMap(splitByKind);
    const wanted = expected[name] ?? [];
    expect(lists.map(({ kind, rows }) => [kind, rows.length])).toEqual(
      wanted.map(({ kind, rows }) => [kind, rows.length]),
    );
    for (const [index, list] of lists.entries()) {
      const { rows = [], kind: _kind, ...facts } = wanted[index] ?? {};
      expect(list).toMatchObject(facts);
      for (const [i, row] of list.rows.entries()) expect(row).toMatchObject(rows[i] ?? {});
    }
    expect(extraction.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
