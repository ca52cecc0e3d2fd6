import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const text = readFileSync(`${ROOT}docs/SECURITY.md`, 'utf8');

describe('docs/SECURITY.md', () => {
  it('names tests that are there', () => {
    const named = [...new Set(Array.from(text.matchAll(/`(test\/[\w./-]+\.ts)`/gu), ([, path]) => path))];
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((path) => !existsSync(ROOT + path))).toEqual([]);
  });

  it('has a test for every promise', () => {
    const [, table = ''] = /## What holds\n([\s\S]*?)\n## /u.exec(text) ?? [];
    const rows = table.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| promise'));
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(row).toMatch(/`test\//u);
  });
});
