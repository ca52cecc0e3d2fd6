import { expect, it } from 'vitest';
import type { Region } from '#catalogue/regions.js';
import { at } from './support/records.js';
import { onEveryStore } from './support/stores.js';

const ACT = { at: at(0), actor: '示例街道', source: '名录.xlsx' };
const street = (name: string): Region => ({
  code: '500116009',
  name: `重庆市江津区${name}`,
  level: 'township',
  parent: '重庆市江津区',
  aliases: [name],
  lookup: [],
});

onEveryStore('lists of regions', (fresh) => {
  it('holds nothing before one is published, and the newest after', async () => {
    const { storage } = await fresh();
    const { regionLists, audit } = storage;
    expect(await regionLists.current()).toEqual([]);
    expect(await regionLists.publish([street('甲街道')], ACT)).toBe(1);
    expect(await regionLists.publish([street('乙街道')], { ...ACT, at: at(1) })).toBe(2);
    expect(await regionLists.current()).toEqual([street('乙街道')]);
    expect(await audit.list(0, 10)).toMatchObject([
      { action: 'regions-loaded', actor: '示例街道', detail: { number: 1, source: '名录.xlsx', regions: 1 } },
      { action: 'regions-loaded', detail: { number: 2 } },
    ]);
    expect((await audit.verify()).findings).toEqual([]);
  });

  it('makes no new version of the list that is in force', async () => {
    const { storage } = await fresh();
    await storage.regionLists.publish([street('甲街道')], ACT);
    expect(await storage.regionLists.publish([street('甲街道')], { ...ACT, at: at(1) })).toBe(1);
    expect(await storage.audit.head()).toMatchObject({ seq: 1 });
  });
});
