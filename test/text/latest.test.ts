import { expect, it } from 'vitest';
import { latest } from '#text/latest.js';

it('makes each result once as long as it is kept, and forgets what was longest not asked for', () => {
  const made: string[] = [];
  const length = latest(2, (text) => {
    made.push(text);
    return text.length;
  });
  expect(['a', 'bb', 'a', 'ccc', 'a', 'bb'].map(length)).toEqual([1, 2, 1, 3, 1, 2]);
  // When ccc came, bb had to go and a stayed.
  expect(made).toEqual(['a', 'bb', 'ccc', 'bb']);
});

it('keeps nothing of what threw', () => {
  let calls = 0;
  const fails = latest(2, (): number => {
    calls++;
    throw new Error('no');
  });
  expect(() => fails('a')).toThrow('no');
  expect(() => fails('a')).toThrow('no');
  expect(calls).toBe(2);
});
