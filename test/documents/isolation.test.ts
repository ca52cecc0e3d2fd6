import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync, zlibSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { READ_LIMITS } from '#documents/limits.js';
import type * as Reading from '#documents/read.js';
import { compiledPath } from './compiled.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const fixture = (name: string): Uint8Array => readFileSync(join(ROOT, 'test', 'fixtures', 'import', name));

/** A PDF of 100 kB whose 40 pages each unpack 40 times 100 MB of blanks. */
function pdfBomb(): Uint8Array {
  const inner = zlibSync(new Uint8Array(100_000_000).fill(0x20), { level: 9 });
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count 40 /Kids [${'3 0 R '.repeat(40)}] >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents [${'4 0 R '.repeat(40)}] >>`,
    `<< /Filter /FlateDecode /Length ${inner.length} >>\nstream\n${Buffer.from(inner).toString('latin1')}\nendstream`,
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.7\n${body}trailer << /Root 1 0 R >>\n%%EOF\n`, 'latin1');
}

describe('the thread that reads a file', () => {
  let read: typeof Reading.readFileContent;

  beforeAll(async () => {
    const url = pathToFileURL(compiledPath('documents/read.js')).href;
    ({ readFileContent: read } = (await import(/* @vite-ignore */ url)) as typeof Reading);
  });

  it.each([
    'four-lists-23-30-7-10.xlsx',
    'numbered-paragraphs.docx',
    'table.pdf',
    'gb18030.csv',
    'numbered.txt',
  ])('reads %s as it is read without a thread', async (name) => {
    const { readFileContent } = await import('#documents/read.js');
    expect(await read(fixture(name), name)).toEqual(await readFileContent(fixture(name), name));
  });

  it('tells how far it has come', async () => {
    const told: number[][] = [];
    const name = 'four-lists-23-30-7-10.xlsx';
    await read(fixture(name), name, { progress: (done, total) => told.push([done, total]) });
    expect(told).toEqual([
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ]);
  });

  it('passes a reader’s refusal on with its code', async () => {
    await expect(read(Buffer.from('a\n'.repeat(60_000)), 'a.txt')).rejects.toMatchObject({
      code: 'QD-FILE-LIMIT',
    });
  });

  it('is stopped when it takes too long', async () => {
    const limits = { ...READ_LIMITS, milliseconds: 1 };
    await expect(read(fixture('table.pdf'), 'table.pdf', { limits })).rejects.toMatchObject({
      code: 'QD-FILE-TIME',
    });
  });

  it('is stopped when it fills the memory, and the program goes on', async () => {
    const limits = { ...READ_LIMITS, megabytes: 120 };
    await expect(read(pdfBomb(), 'a.pdf', { limits })).rejects.toMatchObject({ name: 'QingdanError' });
    const name = 'numbered.txt';
    expect((await read(fixture(name), name)).blocks.length).toBeGreaterThan(0);
  });

  it('is stopped when the user cancels, before it starts and while it reads', async () => {
    const before = AbortSignal.abort();
    await expect(read(fixture('table.pdf'), 'table.pdf', { signal: before })).rejects.toMatchObject({
      code: 'QD-CANCELLED',
    });
    const during = new AbortController();
    const reading = read(fixture('table.pdf'), 'table.pdf', { signal: during.signal });
    during.abort();
    await expect(reading).rejects.toMatchObject({ code: 'QD-CANCELLED' });
  });

  it('doesn’t take packed text for text', async () => {
    await expect(read(gzipSync(Buffer.from('示例')), 'a.txt')).rejects.toMatchObject({
      code: 'QD-FILE-TYPE',
    });
  });
});
