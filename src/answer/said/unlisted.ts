import { candidateOf, type Finding, type Hit, type Role, type Situation } from '#ruling/index.js';
import { withStop } from '../punctuation.js';
import type { Section } from '../section.js';
import { COMMITTEE } from '../verdicts.js';
import { elsewhereSections } from './elsewhere.js';
import { gapSections, unloaded } from './gaps.js';
import { whoSeesToIt } from './triage.js';

const NEXT: Readonly<Record<'paper' | 'task', Readonly<Record<Role, string>>>> = {
  paper: {
    resident: '可以请要证明的单位说明它依据的是哪条法律法规；说不出依据的，可以把这些规定给它看。',
    worker: '没有法律法规依据、又核实不了的，可以不出具，并请对方写明依据。',
    official: '没有法律法规依据的，请不要要求群众到社区开证明。',
  },
  task: {
    resident: '可以先向社区反映，由社区转给负责的部门。',
    worker: '可以先不接，请下派单位按准入程序报批，并写明依据、经费和要求。',
    official: '清单外的事项要先申请准入，经同意后才能下派，并落实经费和条件。',
  },
};

/** 清单未列, with the default rule of the nearest region. */
export function saidOfUnlisted(
  { paper, name, rule, elsewhere, near, triaged, instead, gaps }: Extract<Finding, { is: 'unlisted' }>,
  { catalogue, inForce, role }: Situation,
): Section[] {
  const sort = paper ? 'paper' : 'task';
  const what = name === null ? `您说的这${paper ? '份证明' : '件事'}` : `「${name}」`;
  const owed = `${COMMITTEE}${paper ? '应当出具的证明' : '应当承担的事'}`;
  const missing = unloaded(gaps);
  // An empty list says nothing of what is on it: only the lists above it speak.
  const headline =
    missing === null
      ? `清单未列。${what}不在${catalogue.region.name}现有清单里，不能当作${owed}。`
      : `${missing}，不能按它判断；按已收录的上级清单看，清单未列，${what}不在里面，不能当作${owed}。`;
  const sections: Section[] = [{ is: 'headline', text: headline }];
  if (triaged !== undefined) sections.push(...whoSeesToIt(triaged.triage));
  else if (rule) sections.push({ is: 'summary', text: `按规定：${rule.provision.summary}` });
  if (instead !== undefined) {
    sections.push({ is: 'route', text: `去哪办：${withStop(instead.route)}` });
    if (instead.department !== undefined)
      sections.push({ is: 'responsible', text: `责任部门：${instead.department}` });
  }
  sections.push({ is: 'next', text: `怎么办：${NEXT[sort][role]}` });
  sections.push(...elsewhereSections(elsewhere, catalogue));
  if (near.length > 0) {
    const words = near.map((other) => `「${candidateOf(other, inForce).name}」${differing(other)}`);
    sections.push({ is: 'near', text: `最接近的是：${words.join('、')}。` });
  }
  return [...sections, ...gapSections(gaps)];
}

function differing({ veto, coverage: { differed } }: Hit): string {
  if (veto !== null) return `（${veto}）`;
  return differed.length > 0 ? `（差在「${differed.join('、')}」）` : '';
}
