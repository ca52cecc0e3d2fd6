import { candidateOf, type Finding, type Situation } from '#ruling/index.js';
import type { Choice } from '../answer.js';
import { KIND_NAME } from '../kinds.js';
import type { Section } from '../section.js';

/** What a person may choose from. */
export function choicesOf(finding: Finding, { inForce }: Situation): Choice[] {
  if (finding.is === 'which-region') return finding.regions.map(({ name }) => ({ id: name, label: name }));
  if (finding.is !== 'choosing') return [];
  return finding.hits.map((hit) => {
    const { id, name, kind } = candidateOf(hit, inForce);
    const isRule = kind === 'provision' || kind === 'reference' || kind === 'matter';
    return { id, label: isRule ? name : `${name}（${KIND_NAME[kind]}）` };
  });
}

/** Nothing in the question names a matter. */
const VAGUE =
  '您说的是哪份证明、哪项工作？请说得具体一点，比如：居委会能开居住证明吗？街道让社区拆违建，归社区管吗？';

/** The question may mean several matters. */
export function saidOfChoosing(choices: readonly Choice[]): Section[] {
  if (choices.length === 0) return [{ is: 'headline', text: VAGUE }];
  return [
    { is: 'headline', text: choices.length === 1 ? '您问的是不是这一项？' : '您问的是哪一项？' },
    ...numbered(choices),
    { is: 'next', text: '都不是的话，请把要办的事说具体一点。' },
  ];
}

/** A place name that several regions share. */
export function saidOfRegions(choices: readonly Choice[]): Section[] {
  return [{ is: 'headline', text: '同名的地方不止一个，您说的是哪一个？' }, ...numbered(choices)];
}

/** Nothing that the lists speak of. */
export function saidOfOutOfScope(): Section[] {
  return [
    {
      is: 'headline',
      text: '这个我答不了，我只查：一件事该不该社区做，一份证明该不该社区开，以及清单和准入的规定。',
    },
    { is: 'next', text: '可以这样问：居委会能开无犯罪记录证明吗？街道让社区拆违建，归社区管吗？' },
  ];
}

const numbered = (choices: readonly Choice[]): Section[] =>
  choices.map(({ label }, i) => ({ is: 'choice', text: `${i + 1}. ${label}` }));
