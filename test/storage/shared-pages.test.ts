import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStorage } from '#storage/open.js';
import type { Storage } from '#storage/ports.js';
import { canonicalJson, sha256 } from '#text/canonical.js';
import { fixtureKnowledge } from '../support/knowledge.js';
import { settingsOf } from './support/settings.js';

const folder = mkdtempSync(join(tmpdir(), 'qingdan-shared-'));
let storage: Storage;
beforeAll(async () => {
  storage = await openStorage(settingsOf(folder));
});
afterAll(async () => {
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('pages that are passed on', () => {
  it('are kept once, under an id that is the same for the same content', async () => {
    const page = { blocks: [{ type: 'text', text: '好' }], region: '全国' };
    const id = await storage.sharedPages.keep(page);
    expect(id).toMatch(/^[\w-]{43}$/u);
    expect(await storage.sharedPages.keep({ region: '全国', blocks: page.blocks })).toBe(id);
    expect(await storage.sharedPages.find(id)).toEqual(page);
  });

  it('are all that is found: nothing else that is kept by its content, and nothing under another id', async () => {
    const act = { at: '2026-11-27T01:00:00.000Z', actor: '测试' };
    const kb = fixtureKnowledge();
    await storage.editions.keep({ kb, rules: [], program: '0' }, act);
    const document = sha256(canonicalJson(kb.documents[0]));
    const idOf = (hash: string) => Buffer.from(hash, 'hex').toString('base64url');
    for (const id of [idOf(document), idOf(sha256('x')), '', 'x'.repeat(43), '../../etc'])
      expect(await storage.sharedPages.find(id)).toBeNull();
  });
});
