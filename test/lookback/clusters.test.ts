import { expect, it } from 'vitest';
import { clustersOf } from '#lookback/clusters.js';

const asked = (text: string, count: number, people = count) => ({ text, count, people });

it('puts wordings of one question together under the most asked, and keeps others apart', () => {
  const clusters = clustersOf([
    asked('小区加装电梯的意见书谁盖章', 9),
    asked('加装电梯意见书谁来盖章', 4),
    asked('狗咬了人找谁', 5),
    asked('加装电梯的意见书社区盖章吗', 2),
  ]);
  expect(clusters).toEqual([
    { text: '小区加装电梯的意见书谁盖章', count: 15, people: 15, texts: 3 },
    { text: '狗咬了人找谁', count: 5, people: 5, texts: 1 },
  ]);
});

it('counts every question once, and gives the same for any order', () => {
  const texts = Array.from({ length: 400 }, (_, i) =>
    asked(`${'甲乙丙丁戊'[i % 5]}事情归谁管${i % 7}`, (i % 9) + 1),
  );
  const one = clustersOf(texts);
  expect(one.reduce((sum, { count }) => sum + count, 0)).toBe(
    texts.reduce((sum, { count }) => sum + count, 0),
  );
  expect(clustersOf([...texts].reverse())).toEqual(one);
});

it('takes a text without two characters for itself', () => {
  expect(clustersOf([asked('？', 3), asked('啊', 2)]).map(({ count }) => count)).toEqual([3, 2]);
});
