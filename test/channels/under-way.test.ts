import { describe, expect, it } from 'vitest';
import { reasonOf, UnderWay } from '#channels/under-way.js';
import { stage } from './support.js';

describe('turns under way', () => {
  it('are waited for, also those that others start', async () => {
    const { context } = stage();
    const underWay = new UnderWay(context.log);
    const done: string[] = [];
    const later = (name: string) =>
      new Promise<void>((resolve) => setTimeout(() => resolve(void done.push(name)), 5));
    underWay.run('x', async () => {
      await later('first');
      underWay.run('x', () => later('second'));
    });
    await underWay.settled();
    expect(done).toEqual(['first', 'second']);
  });

  it('that fail, even before they begin, are logged and harm nothing', async () => {
    const { context, logged } = stage();
    const underWay = new UnderWay(context.log);
    await underWay.run('QD-CHANNEL', () => {
      throw new Error('broken');
    });
    await underWay.run('QD-CHANNEL', () => Promise.reject({ errcode: 1 }));
    await underWay.settled();
    expect(logged).toEqual(['error QD-CHANNEL', 'error QD-CHANNEL']);
  });

  it.each([
    [new TypeError('a\nb'), 'TypeError: a b'],
    [{ errcode: 40013 }, '{"errcode":40013}'],
    [undefined, 'undefined'],
    ['x'.repeat(500), `"${'x'.repeat(199)}`],
  ])('say why in one short line', (error, line) => {
    expect(reasonOf(error)).toBe(line);
  });
});
