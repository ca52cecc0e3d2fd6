import { kindOf } from '#catalogue/rows.js';
import type { Finding, Ruling, Situation, Verdict } from '#ruling/index.js';
import { withStop } from '../punctuation.js';
import type { Section } from '../section.js';
import { voiceOf } from '../verdicts.js';

/** What holds for all of them, by verdict. */
const ALL: Partial<Record<Verdict, (names: string) => string>> = {
  autonomy: (names) => `属于社区自己的职责。${names}都是居委会、村委会依法自治的事。`,
  assist: (names) => `属于依法协助。${names}都由政府和有关部门负责，社区依法协助，不是责任主体。`,
  negative: (names) => `不应承担。${names}都是负面事项，不能派给社区当责任主体。`,
  'may-certify': (names) => `可以开，但要符合条件。${names}都列在社区可以出具的范围里。`,
  'must-not-certify': (names) => `不能开。${names}都不由社区开。`,
};

/** Several matters come near and all come to the same: that is said at once, with what holds of each. */
export function saidOfTogether(
  { verdict }: Ruling,
  { decided }: Extract<Finding, { is: 'together' }>,
  { role }: Situation,
): Section[] {
  const all = ALL[verdict];
  const { next } = voiceOf(verdict);
  if (all === undefined || next === null) throw new Error(`nothing is said together of ${verdict}`);
  const names = decided.map(({ item }) => `「${item.name}」`);
  return [
    { is: 'headline', text: all(names.join('、')) },
    ...decided.map((row): Section => {
      const { name, summary, route } = row.item;
      const paper = kindOf(row) === 'must-not-certify';
      const said = paper
        ? `去哪办：${route ?? '已收录的文件没有写明，请问要证明的单位依据的是哪条规定'}`
        : summary;
      return { is: 'row', text: `${name}：${withStop(said)}` };
    }),
    { is: 'next', text: `怎么办：${next[role]}都不是的话，请把要办的事说具体一点。` },
  ];
}
