import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InOrder } from '#channels/in-order.js';

describe('works in order', () => {
  it('never run before those of their key that were called earlier, however they are scheduled', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom('a', 'b'), { maxLength: 8 }),
        async (s, keys) => {
          const order = new InOrder();
          const done: { key: string; i: number }[] = [];
          const works = keys.map((key, i) =>
            order.run(key, async () => {
              await s.schedule(Promise.resolve());
              done.push({ key, i });
            }),
          );
          await s.waitFor(Promise.all(works));
          for (const key of ['a', 'b']) {
            const mine = done.filter((entry) => entry.key === key).map(({ i }) => i);
            expect(mine).toEqual([...mine].sort((x, y) => x - y));
          }
          expect(done).toHaveLength(keys.length);
        },
      ),
    );
  });

  it('go on after one that fails, and leave nothing behind', async () => {
    const order = new InOrder();
    const failing = order.run('a', () => Promise.reject(new Error('broken')));
    const next = order.run('a', () => Promise.resolve());
    await expect(failing).rejects.toThrow('broken');
    await next;
    await new Promise(setImmediate);
    expect(order.size).toBe(0);
  });
});
