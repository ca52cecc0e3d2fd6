import { describe, expect, it } from 'vitest';
import { createHub } from '#cluster/hub.js';
import { alone } from '#cluster/index.js';
import { QingdanError } from '#errors.js';
import { connected, joined } from './connected.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('processes of a service', () => {
  it('hear what another tells, and whoever tells knows when they have', async () => {
    const all = connected(3);
    const heard: string[] = [];
    for (const { siblings } of all)
      siblings.hear('news', (data) => heard.push(`${siblings.place} ${String(data)}`));
    await all[1]?.siblings.tell('news', 'x');
    expect(heard.sort()).toEqual(['0 x', '2 x']);
  });

  it('wait for none that has ended', async () => {
    const [one, two, three] = connected(3);
    const told = one?.siblings.tell('news', 'x');
    three?.end();
    two?.end();
    await expect(told).resolves.toBeUndefined();
  });

  it('ask the first, which may be themselves, and are told its faults with their codes', async () => {
    const [one, two] = connected(2);
    one?.siblings.answer('sum', (data) => {
      const [a, b] = data as number[];
      if (b === undefined) throw new QingdanError('QD-INPUT', '缺一个数');
      return (a ?? 0) + b;
    });
    expect(await two?.siblings.ask('first', 'sum', [1, 2])).toEqual([3]);
    expect(await one?.siblings.ask('first', 'sum', [1, 2])).toEqual([3]);
    await expect(two?.siblings.ask('first', 'sum', [1])).rejects.toMatchObject({ code: 'QD-INPUT' });
  });

  it('are told that it is busy where the first has ended, also in the middle of its answer', async () => {
    const hub = createHub();
    const [one, two] = connected(2, hub);
    one?.siblings.answer('never', () => new Promise(() => undefined));
    const asked = two?.siblings.ask('first', 'never', null);
    await turn();
    one?.end();
    await expect(asked).rejects.toMatchObject({ code: 'QD-BUSY' });
    await expect(two?.siblings.ask('first', 'never', null)).rejects.toMatchObject({ code: 'QD-BUSY' });
    joined(hub, 0, 2).siblings.answer('never', () => 'again');
    expect(await two?.siblings.ask('first', 'never', null)).toEqual(['again']);
  });

  it('ask all others, and count those that answer', async () => {
    const [one, two, three] = connected(3);
    two?.siblings.answer('place', () => 1);
    three?.siblings.answer('place', () => {
      throw new Error('on purpose');
    });
    expect(await one?.siblings.ask('others', 'place', null)).toEqual([1]);
  });

  it('do work of one name one after the other, in whichever process', async () => {
    const all = connected(3);
    let under = 0;
    let most = 0;
    const done: number[] = [];
    const works = Array.from({ length: 12 }, (_, i) =>
      all[i % 3]?.siblings.exclusive('a', async () => {
        most = Math.max(most, ++under);
        await turn();
        under--;
        done.push(i);
      }),
    );
    await all[1]?.siblings.exclusive('b', async () => undefined);
    expect(done.length).toBeLessThan(12);
    await Promise.all(works);
    expect(most).toBe(1);
    expect(done).toHaveLength(12);
  });

  it('go on where the one that was at work has ended', async () => {
    const [one, two] = connected(2);
    void one?.siblings.exclusive('a', () => new Promise(() => undefined));
    await turn();
    const second = two?.siblings.exclusive('a', async () => 'done');
    await turn();
    one?.end();
    expect(await second).toBe('done');
  });

  it('of which there is but one asks itself and waits for nobody', async () => {
    const only = alone();
    only.answer('x', () => 1);
    expect(await only.ask('first', 'x', null)).toEqual([1]);
    expect(await only.ask('others', 'x', null)).toEqual([]);
    expect(await only.exclusive('a', async () => 2)).toBe(2);
    await only.tell('x', null);
  });
});
