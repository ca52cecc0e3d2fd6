import type { Citation } from '#catalogue/citation.js';
import type { Triage } from '#catalogue/matters/schema.js';
import type { Finding, Ruling, Situation } from '#ruling/index.js';
import { earliestDay } from '#text/days.js';
import { withStop } from '../punctuation.js';
import type { Section } from '../section.js';
import { voiceOf } from '../verdicts.js';

type Triaged = Extract<Finding, { is: 'triage' }>;
type Basis = Triage['basis'][number];

const COUNTRY = '全国';

/** Who sees to a demand, what the committee may do, and where to turn (三事分流). */
export function saidOfTriage({ verdict }: Ruling, { name, triage }: Triaged, { role }: Situation): Section[] {
  const { headline, next } = voiceOf(verdict);
  if (headline === null || next === null) throw new Error(`no headline for ${verdict}`);
  return [
    { is: 'headline', text: headline(name, false) },
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

/** The articles that a triage rests on, as they hold for the asker's region and day. */
export function basisOf({ matter, triage }: Triaged, { catalogue }: Situation): Citation[] {
  const holds = ({ region = COUNTRY, from, earlier }: Basis) =>
    catalogue.levels.some(({ name }) => name === region) &&
    (from === undefined || earlier !== undefined || catalogue.date >= earliestDay(from));
  return triage.basis.filter(holds).map((basis): Citation => {
    const held = articleOn(basis, catalogue.date);
    const { law, article } = held;
    return {
      documentId: matter,
      title: law,
      number: basis.number ?? null,
      locator: article,
      region: basis.region ?? COUNTRY,
      effectiveFrom: held === basis ? (basis.from ?? null) : null,
      evidence: basis.evidence ?? 'primary',
      summary: basis.says,
      url: null,
    };
  });
}

/** Before an article takes effect the one it replaces holds. */
function articleOn(basis: Basis, day: string): Pick<Basis, 'law' | 'article'> {
  const { from, earlier } = basis;
  return from !== undefined && earlier !== undefined && day < earliestDay(from) ? earlier : basis;
}
