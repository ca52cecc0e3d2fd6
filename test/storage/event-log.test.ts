import { expect, it } from 'vitest';
import { CLAIM_LEASE_MS } from '#storage/event-log.js';
import { at } from './support/records.js';
import { onEveryStore } from './support/stores.js';

const LEASE_MINUTES = CLAIM_LEASE_MS / 60_000;

onEveryStore('the log of events', (fresh) => {
  it('gives an event to one of many callers, in one program or in two', async () => {
    const { storage, open } = await fresh();
    const other = await open();
    const claims = Array.from({ length: 50 }, (_, i) =>
      (i % 2 === 0 ? storage : other).events.claim('slack', 'Ev1', at(0)),
    );
    expect((await Promise.all(claims)).filter((won) => won)).toHaveLength(1);
  });

  it('keeps the events of channels apart', async () => {
    const { storage } = await fresh();
    expect(await storage.events.claim('slack', 'ab', at(0))).toBe(true);
    expect(await storage.events.claim('web', 'ab', at(0))).toBe(true);
    expect(await storage.events.claim('slacka', 'b', at(0))).toBe(true);
  });

  it('gives an event that was never settled to a redelivery, once its claim is old', async () => {
    const { storage } = await fresh();
    await storage.events.claim('slack', 'Ev1', at(0));
    expect(await storage.events.claim('slack', 'Ev1', at(LEASE_MINUTES))).toBe(false);
    expect(await storage.events.claim('slack', 'Ev1', at(LEASE_MINUTES + 1))).toBe(true);
    expect(await storage.events.claim('slack', 'Ev1', at(LEASE_MINUTES + 1))).toBe(false);
  });

  it('never gives a settled event away again', async () => {
    const { storage } = await fresh();
    await storage.events.claim('slack', 'Ev1', at(0));
    await storage.events.settle('slack', 'Ev1', at(0));
    await storage.events.release('slack', 'Ev1');
    expect(await storage.events.claim('slack', 'Ev1', at(1000))).toBe(false);
  });

  it('gives a released event away at once', async () => {
    const { storage } = await fresh();
    await storage.events.claim('slack', 'Ev1', at(0));
    await storage.events.release('slack', 'Ev1');
    expect(await storage.events.claim('slack', 'Ev1', at(0))).toBe(true);
  });

  it('takes an event for good where the caller asks for that', async () => {
    const { storage } = await fresh();
    expect(await storage.events.take('slack', 'Ev1', at(0))).toBe(true);
    expect(await storage.events.take('slack', 'Ev1', at(1000))).toBe(false);
    expect(await storage.events.claim('slack', 'Ev1', at(1000))).toBe(false);
  });
});
