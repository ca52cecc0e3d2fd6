import type { Triage } from '#catalogue/matters/schema.js';
import type { Finding, Ruling, Situation } from '#ruling/index.js';
import { withStop } from '../punctuation.js';
import type { Section } from '../section.js';
import { voiceOf } from '../verdicts.js';

type Triaged = Extract<Finding, { is: 'triage' }>;

/** Who sees to a demand, what the committee may do, and where to turn (三事分流). */
export function saidOfTriage({ verdict }: Ruling, { name, triage }: Triaged, { role }: Situation): Section[] {
  const { headline, next } = voiceOf(verdict);
  if (headline === null || next === null) throw new Error(`no headline for ${verdict}`);
  return [
    { is: 'headline', text: headline(name, {}) },
    { is: 'summary', text: `说明：${withStop(triage.why)}` },
    ...whoSeesToIt(triage),
    { is: 'next', text: `怎么办：${next[role]}` },
  ];
}

/** Who has to see to a demand, what the committee may do and where to turn. */
export function whoSeesToIt(triage: Triage): Section[] {
  return [
    { is: 'responsible', text: `谁来管：${withStop(triage.responsible)}` },
    { is: 'summary', text: `社区能做的：${withStop(triage.committee)}` },
    { is: 'route', text: `找谁：${withStop(triage.turnTo)}` },
  ];
}
