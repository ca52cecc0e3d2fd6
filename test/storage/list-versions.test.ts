import { expect, it } from 'vitest';
import { at, document } from './support/records.js';
import { onEveryStore } from './support/stores.js';

const ACT = { at: at(0), actor: '示例街道', source: '清单.xlsx' };

onEveryStore('versions of loaded lists', (fresh) => {
  it('puts a published document in force and keeps every version of it', async () => {
    const { storage } = await fresh();
    const [first, second] = [document('a', ['填报台账']), document('a', ['填报台账', '招商引资'])];
    await storage.lists.publish([first], ACT);
    await storage.lists.publish([second], { ...ACT, at: at(1), actor: '示例区' });
    expect(await storage.lists.current()).toEqual([second]);
    expect(await storage.lists.read('a', 1)).toEqual(first);
    expect(await storage.lists.history('a')).toMatchObject([
      { documentId: 'a', number: 1, at: at(0), actor: '示例街道', source: '清单.xlsx' },
      { documentId: 'a', number: 2, at: at(1), actor: '示例区' },
    ]);
  });

  it('refuses what was made from versions that others have replaced since, whole', async () => {
    const { storage } = await fresh();
    const { lists, audit } = storage;
    await lists.publish([document('a', ['一'])], ACT);
    const seen = await lists.newest();
    expect(seen).toEqual(new Map([['a', 1]]));
    await lists.publish([document('a', ['二'])], { ...ACT, actor: '示例区' }, seen);
    const stale = lists.publish([document('b', ['新']), document('a', ['三'])], ACT, seen);
    await expect(stale).rejects.toMatchObject({
      code: 'QD-IMPORT',
      message: expect.stringContaining('示例区'),
    });
    expect(await lists.newest()).toEqual(new Map([['a', 2]]));
    await lists.publish([document('a', ['三'])], ACT, await lists.newest());
    expect((await audit.verify()).findings).toEqual([]);
  });

  it('makes no new version of content that is in force already', async () => {
    const { storage } = await fresh();
    const [version] = await storage.lists.publish([document('a', ['填报台账'])], ACT);
    const again = await storage.lists.publish([document('a', ['填报台账'])], { ...ACT, at: at(5) });
    expect(again).toEqual([version]);
    expect((await storage.audit.head()).seq).toBe(1);
  });

  it('goes back to an earlier content as a version of its own', async () => {
    const { storage } = await fresh();
    for (const names of [['甲'], ['乙'], ['甲']]) await storage.lists.publish([document('a', names)], ACT);
    const history = await storage.lists.history();
    expect(history.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(history[2]?.hash).toBe(history[0]?.hash);
  });

  it('takes a withdrawn document out of force and keeps its versions', async () => {
    const { storage } = await fresh();
    await storage.lists.publish([document('a', ['甲']), document('b', ['乙'])], ACT);
    await storage.lists.withdraw(['a'], { ...ACT, at: at(1) });
    expect((await storage.lists.current()).map(({ id }) => id)).toEqual(['b']);
    expect(await storage.lists.read('a', 1)).toMatchObject({ id: 'a' });
    expect(await storage.lists.read('a', 2)).toBeNull();
  });

  it('changes nothing at all where one of several documents is refused', async () => {
    const { storage } = await fresh();
    await storage.lists.publish([document('a', ['甲'])], ACT);
    await expect(storage.lists.withdraw(['a', 'unknown'], ACT)).rejects.toMatchObject({ code: 'QD-ID' });
    expect(await storage.lists.current()).toHaveLength(1);
    expect(await storage.lists.history()).toHaveLength(1);
    expect((await storage.audit.head()).seq).toBe(1);
  });

  it('numbers versions without gaps when two programs publish at once', async () => {
    const { storage, open } = await fresh();
    const other = await open();
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        (i % 2 === 0 ? storage : other).lists.publish([document('a', [`第${i}件事`])], ACT),
      ),
    );
    const numbers = (await storage.lists.history('a')).map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect((await storage.audit.verify()).findings).toEqual([]);
  });

  it('refuses a version that was never made, and content that was changed', async () => {
    const { storage, sql } = await fresh();
    await storage.lists.publish([document('a', ['甲'])], ACT);
    await expect(storage.lists.read('a', 2)).rejects.toMatchObject({ code: 'QD-ID' });
    await sql("update content set body = replace(body, '甲', '乙')");
    await expect(storage.lists.read('a', 1)).rejects.toMatchObject({ code: 'QD-AUDIT' });
  });
});
