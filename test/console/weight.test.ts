import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packagePath } from '#package-root.js';

/** Bytes that the first page may cost as they are sent. */
const MOST = 500 * 1024;
const FOLDER = packagePath('dist', 'console');

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
  isEntry?: boolean;
  src?: string;
}
const manifest = JSON.parse(readFileSync(join(FOLDER, '.vite', 'manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;

/** Files that a chunk needs before it runs, itself among them. */
function needed(name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (chunk === undefined || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const file of chunk.css ?? []) seen.add(file);
  for (const next of chunk.imports ?? []) needed(next, seen);
  return seen;
}

const sizeOf = (files: Iterable<string>): number =>
  Array.from(files).reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(FOLDER, file)), { level: 9 }).length,
    0,
  );

const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry) ?? '';
const pages = Object.keys(manifest).filter((name) => /src\/pages\/[\w-]+\/page\.tsx$/.test(name));

describe('the console as it is built', () => {
  it.each(pages)('costs at most 500 KB, gzipped, where it opens with %s', (page) => {
    const size = sizeOf(new Set([...needed(entry), ...needed(page)]));
    expect(size).toBeLessThan(MOST);
    // The frame alone is more than nothing: the sum has counted what it should.
    expect(size).toBeGreaterThan(100 * 1024);
  });

  it('loads the charts with the pages that draw some only', () => {
    const first = Array.from(needed(entry), (file) => readFileSync(join(FOLDER, file), 'utf8')).join('');
    expect(first).not.toContain('echarts');
  });

  it('has each script and style gzipped beside it, with the same content', () => {
    const assets = readdirSync(join(FOLDER, 'assets')).filter((name) => /\.(js|css)$/.test(name));
    expect(assets.filter((name) => !existsSync(join(FOLDER, 'assets', `${name}.gz`)))).toEqual([]);
  });

  it('names no address outside of the service', () => {
    const page = readFileSync(join(FOLDER, 'index.html'), 'utf8');
    expect(page.match(/(?:src|href)="(?!\/)[^"]*"/gu)).toBeNull();
  });
});
