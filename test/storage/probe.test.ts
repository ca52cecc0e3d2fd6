import { describe, expect, it, vi } from 'vitest';
import { createProbe } from '#storage/probe.js';
import { at } from './support/records.js';
import { onEveryStore } from './support/stores.js';

describe('the probe of a store', () => {
  it.each([
    ['takes a write', async () => undefined, true],
    ['refuses it', () => Promise.reject(new Error('full')), false],
    ['is silent', () => new Promise<void>(() => undefined), false],
  ])('of one that %s', async (_, write, takes) => {
    expect(await createProbe(write, () => 0, 20)()).toBe(takes);
  });

  it('writes once a second at most, however often it is asked for', async () => {
    let now = 0;
    const write = vi.fn(async () => undefined);
    const probe = createProbe(write, () => now);
    await Promise.all([probe(), probe(), probe()]);
    now = 999;
    await probe();
    expect(write).toHaveBeenCalledTimes(1);
    now = 1_000;
    await probe();
    expect(write).toHaveBeenCalledTimes(2);
  });
});

onEveryStore('probing', (fresh) => {
  it('leaves no more than one mark', async () => {
    const { storage } = await fresh();
    await storage.probe(at(1));
    await storage.probe(at(2));
    expect(await storage.audit.head()).toMatchObject({ seq: 0 });
  });

  it('gives each purpose a key of its own, the same each time', async () => {
    const { storage } = await fresh();
    expect(storage.keyFor('sessions')).toHaveLength(32);
    expect(storage.keyFor('sessions')).toEqual(storage.keyFor('sessions'));
    expect(storage.keyFor('sessions')).not.toEqual(storage.keyFor('logs'));
  });
});
