import type { Choice } from '../answer.js';
import { KIND_NAME } from '../compose.js';
import { candidateOf, type Hit } from '../hits.js';
import type { Draft, Situation } from '../situation.js';

/** Choices offered at most. */
const CHOICES = 3;

/** The question may mean several matters: at most three numbered choices. */
export function clarifyingAnswer(situation: Situation, hits: readonly Hit[]): Draft {
  const candidates = hits.slice(0, CHOICES).map((hit) => candidateOf(hit, situation.inForce));
  const choices: Choice[] = candidates.map(({ id, name, kind }) => ({
    id,
    label: kind === 'provision' || kind === 'reference' ? name : `${name}（${KIND_NAME[kind]}）`,
  }));
  const lines = [
    choices.length === 1 ? '您问的是不是这一项？' : '您问的是哪一项？',
    ...choices.map((choice, i) => `${i + 1}. ${choice.label}`),
    '都不是的话，请把要办的事说具体一点。',
  ];
  const rows = hits
    .slice(0, CHOICES)
    .map(({ matter }) => situation.inForce.of(matter)[0] ?? situation.inForce.fact(matter) ?? matter.rows[0]);
  return {
    verdict: 'clarify',
    band: 'confirm',
    lead: hits[0],
    lines,
    rows: rows.filter((row) => row !== undefined),
    choices,
  };
}

/** A place name that several regions share. */
export function whichRegionAnswer(situation: Situation): Draft {
  const regions = situation.scope.ambiguous.slice(0, CHOICES);
  return {
    verdict: 'clarify',
    band: 'confirm',
    lines: [
      '同名的地方不止一个，您说的是哪一个？',
      ...regions.map((region, i) => `${i + 1}. ${region.name}`),
    ],
    rows: [],
    choices: regions.map((region) => ({ id: region.name, label: region.name })),
  };
}

/** Nothing that the lists speak of. */
export function outOfScopeAnswer(): Draft {
  return {
    verdict: 'out-of-scope',
    band: 'abstain',
    lines: [
      '这个问题不在清单助手能回答的范围里。',
      '我只回答：一项工作该不该由社区承担，一份证明该不该由社区开，以及清单和准入的规定。',
      '比如：居委会能开无犯罪记录证明吗？街道让社区拆违建，归社区管吗？',
    ],
    rows: [],
  };
}
