import type { ItemRow } from '#catalogue/rows.js';
import type { Words } from '#language/index.js';

/** What notices say and how the lists call it. */
const SAID_OTHERWISE: readonly (readonly [RegExp, RegExp])[] = [
  [
    /发现.{0,24}(?:隐患|堵塞|损坏|违规|违法|占用|飞线|泄漏|火情|险情|开裂|沉降).*(?:报|反馈|告知|联系)/u,
    /^发现.*(?:隐患|违法行为).*报告/u,
  ],
  [/疏散|(?:转移|撤离).{0,8}(?:群众|居民|村民|住户|人员)|避险/u, /突发事件/u],
];

/** Whether a row has the word that says what a task is about, or calls it by its name in the lists. */
export function sharesTopic(matter: string, { item }: ItemRow, words: Words): boolean {
  if (SAID_OTHERWISE.some(([said, row]) => said.test(matter) && row.test(item.name))) return true;
  for (let at = words.keyTopics.find(matter); at; at = words.keyTopics.find(matter, at.start + 1))
    if (item.name.includes(at.word)) return true;
  return false;
}
