import { kindOf } from '#catalogue/rows.js';
import type { Finding, Ruling, Situation } from '#ruling/index.js';
import { withStop } from '../punctuation.js';
import type { Section } from '../section.js';
import { voiceOf } from '../verdicts.js';

/** Several matters come near and all come to the same: that is said at once, with what holds of each. */
export function saidOfTogether(
  { verdict }: Ruling,
  { decided }: Extract<Finding, { is: 'together' }>,
  { role }: Situation,
): Section[] {
  const { together, next } = voiceOf(verdict);
  if (together === null || next === null) throw new Error(`nothing is said together of ${verdict}`);
  const names = decided.map(({ row }) => `「${row.item.name}」`);
  return [
    { is: 'headline', text: together(names.join('、')) },
    ...decided.map(({ row, instead }): Section => {
      const { name, summary, route = instead?.route } = row.item;
      const paper = kindOf(row) === 'must-not-certify';
      const said = paper
        ? `去哪办：${route ?? '已收录的文件没有写明，请问要证明的单位依据的是哪条规定'}`
        : summary;
      return { is: 'row', text: `${name}：${withStop(said)}` };
    }),
    { is: 'next', text: `怎么办：${next[role]}都不是的话，请把要办的事说具体一点。` },
  ];
}
