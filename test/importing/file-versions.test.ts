import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/catalogue/schema.js';
import { createFileVersions, currentDocuments } from '../../src/importing/file-versions.js';
import { anyDocument } from './support.js';

const newFolder = () => join(mkdtempSync(join(tmpdir(), 'qingdan-')), 'knowledge');
const act = { at: '2026-01-02T03:04:05.000Z', actor: '示例', source: '示例.xlsx' };
const [sample] = fc.sample(anyDocument, { numRuns: 1, seed: 1 });
const document = (id: string, title: string): Document => ({
  ...(sample as Document),
  id,
  title,
  lists: [],
  provisions: [],
});

describe('list versions in files', () => {
  it('hold nothing before anything was loaded, and make no folder for it', async () => {
    const folder = newFolder();
    expect(currentDocuments(folder)).toEqual([]);
    expect(await createFileVersions(folder).history()).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  });

  it('keep every version, and the newest is in force', async () => {
    const versions = createFileVersions(newFolder());
    await versions.publish([document('a', '一')], act);
    await versions.publish([document('a', '二'), document('b', '三')], act);
    expect((await versions.current()).map(({ title }) => title)).toEqual(['二', '三']);
    expect((await versions.history('a')).map(({ number }) => number)).toEqual([1, 2]);
    expect((await versions.read('a', 1))?.title).toBe('一');
    expect((await versions.history('b'))[0]).toMatchObject({ documentId: 'b', number: 1, ...act });
  });

  it('make no new version of what is in force already', async () => {
    const versions = createFileVersions(newFolder());
    await versions.publish([document('a', '一')], act);
    expect(await versions.publish([document('a', '一')], { ...act, at: 'later' })).toEqual([
      expect.objectContaining({ number: 1, at: act.at }),
    ]);
    expect(await versions.history()).toHaveLength(1);
  });

  it('know nothing of a version whose publication was interrupted before the index', async () => {
    const folder = newFolder();
    const versions = createFileVersions(folder);
    await versions.publish([document('a', '一')], act);
    mkdirSync(join(folder, 'versions', 'a'), { recursive: true });
    writeFileSync(join(folder, 'versions', 'a', '0002.json'), '{"half');
    expect((await versions.current())[0]?.title).toBe('一');
    await versions.publish([document('a', '二')], act);
    expect((await versions.current())[0]?.title).toBe('二');
  });

  it('give any document back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (any) => {
        const folder = newFolder();
        await createFileVersions(folder).publish([any], act);
        expect(currentDocuments(folder)).toEqual([any]);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['the index', 'index.json', '{}'],
    ['a version', 'versions/a/0001.json', '{"id":"a"}'],
  ])('refuse %s that was altered', async (_what, file, text) => {
    const folder = newFolder();
    await createFileVersions(folder).publish([document('a', '一')], act);
    writeFileSync(join(folder, file), text);
    expect(() => currentDocuments(folder)).toThrow(expect.objectContaining({ code: 'QD-VERSIONS' }));
  });

  it('refuse a version whose content is another than was published', async () => {
    const folder = newFolder();
    await createFileVersions(folder).publish([document('a', '一')], act);
    writeFileSync(join(folder, 'versions/a/0001.json'), JSON.stringify(document('a', '二')));
    expect(() => currentDocuments(folder)).toThrow(expect.objectContaining({ code: 'QD-VERSIONS' }));
  });

  it('refuse an unknown version', async () => {
    await expect(createFileVersions(newFolder()).read('a', 1)).rejects.toMatchObject({ code: 'QD-ID' });
  });

  it('wait for nobody: a second import meanwhile is refused, a lock left behind is taken over', async () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    const versions = createFileVersions(folder);
    writeFileSync(join(folder, 'import.lock'), String(process.pid));
    await expect(versions.publish([document('a', '一')], act)).rejects.toMatchObject({ code: 'QD-VERSIONS' });
    // No process has this number: the largest of Linux is 4,194,304.
    writeFileSync(join(folder, 'import.lock'), '99999999');
    await versions.publish([document('a', '一')], act);
    expect(readdirSync(folder).sort()).toEqual(['index.json', 'versions']);
  });
});
