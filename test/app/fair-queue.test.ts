import { describe, expect, it } from 'vitest';
import { createFairQueue } from '#app/fair-queue.js';

/** Works that end when they are told to, and the order in which they began. */
function works() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, work, end };
}

describe('a fair queue', () => {
  it('lets another visitor in beside one whose work is slow, and never two works of one', async () => {
    const queue = createFairQueue({ atOnce: 2 });
    const { begun, work, end } = works();
    for (const name of ['a1', 'a2', 'a3']) void queue.run('a', work(name));
    void queue.run('b', work('b1'));
    await end('');
    expect(begun).toEqual(['a1', 'b1']);
    await end('b1');
    expect(begun).toEqual(['a1', 'b1']);
    await end('a1');
    expect(begun).toEqual(['a1', 'b1', 'a2']);
  });

  it('takes visitors in turns, however much one of them asks for', async () => {
    const queue = createFairQueue({ atOnce: 1 });
    const { begun, work, end } = works();
    for (const name of ['a1', 'a2', 'a3']) void queue.run('a', work(name));
    for (const name of ['b1', 'b2']) void queue.run('b', work(name));
    await end('');
    for (const name of ['a1', 'b1', 'a2', 'b2']) await end(name);
    expect(begun).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
  });

  it('refuses what one visitor, or all together, ask too much, and takes it when there is room', async () => {
    const queue = createFairQueue({ atOnce: 1, mostOfOne: 2, most: 3 });
    const { work, end } = works();
    const done = [queue.run('a', work('a1')), queue.run('a', work('a2'))];
    await expect(queue.run('a', work('a3'))).rejects.toMatchObject({ code: 'QD-BUSY' });
    const b = queue.run('b', work('b1'));
    await expect(queue.run('c', work('c1'))).rejects.toMatchObject({ code: 'QD-BUSY' });
    for (const name of ['', 'a1', 'b1', 'a2']) await end(name);
    expect(await Promise.all([...done, b])).toEqual(['a1', 'a2', 'b1']);
    const again = queue.run('c', work('c2'));
    await end('');
    await end('c2');
    expect(await again).toBe('c2');
  });

  it('goes on after a work that fails, and hands the error on', async () => {
    const queue = createFairQueue({ atOnce: 1 });
    await expect(queue.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await queue.run('a', async () => 'next')).toBe('next');
  });
});
