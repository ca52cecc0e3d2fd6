import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeyedHash, KEY_FILE, openKey } from '#storage/key.js';
import { openStorage } from '#storage/open.js';
import { settingsOf } from './support/settings.js';

describe('the key of a data directory', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qingdan-key-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const person = { channel: 'web', userId: 'wang' };

  it('is made once, for its owner’s eyes only', () => {
    const first = openKey(join(folder, KEY_FILE));
    const text = readFileSync(join(folder, KEY_FILE), 'utf8');
    expect(openKey(join(folder, KEY_FILE)).person(person)).toBe(first.person(person));
    expect(readFileSync(join(folder, KEY_FILE), 'utf8')).toBe(text);
    expect(statSync(join(folder, KEY_FILE)).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual([KEY_FILE]);
  });

  it('is another one in another directory', () => {
    const other = mkdtempSync(join(tmpdir(), 'qingdan-key-'));
    expect(openKey(join(other, KEY_FILE)).person(person)).not.toBe(
      openKey(join(folder, KEY_FILE)).person(person),
    );
    rmSync(other, { recursive: true });
  });

  it.each(['', 'zz', 'ab'.repeat(31)])('is refused when its file holds 「%s」', (text) => {
    writeFileSync(join(folder, KEY_FILE), text);
    expect(() => openKey(join(folder, KEY_FILE))).toThrow(expect.objectContaining({ code: 'QD-KEY' }));
  });

  it('must be the one that the store was made with', async () => {
    await (await openStorage(settingsOf(folder))).close();
    writeFileSync(join(folder, KEY_FILE), 'ab'.repeat(32));
    await expect(openStorage(settingsOf(folder))).rejects.toMatchObject({ code: 'QD-KEY' });
  });
});

describe('keyed hashes', () => {
  const keyed = createKeyedHash(new Uint8Array(32).fill(7));

  it('are those of HMAC-SHA-256', () => {
    expect(keyed.sign('清单')).toBe('a84dba5b82bdc04520e1d32984013667b22d2a94b3f89b8b2f9ffa4c24ada83c');
  });

  it('never meet for two different lists of parts', () => {
    const parts = fc.array(fc.string(), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const same = JSON.stringify(a) === JSON.stringify(b);
        expect(keyed.id('event', ...a) === keyed.id('event', ...b)).toBe(same);
      }),
    );
  });

  it('know their own signature and no other', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, other) => {
        expect(keyed.signed(text, keyed.sign(text))).toBe(true);
        expect(keyed.signed(text, keyed.sign(other))).toBe(text === other);
        expect(keyed.signed(text, other)).toBe(false);
      }),
    );
  });
});
