import { type Entry, textOf } from './entry.js';

/** 一揽子综合考评: a district's assessments of a year, put together. */
export interface AssessmentPlan {
  readonly year: number;
  /** The plan that was published; null as long as none is. */
  readonly published: Entry | null;
  /** Indicators of all that is on the plan, each once, with those who brought it in. */
  readonly indicators: readonly { readonly name: string; readonly demanders: readonly string[] }[];
  readonly listed: readonly Entry[];
  /** Off the plan: not to be held. */
  readonly refused: readonly Entry[];
  /** Nobody has decided yet. */
  readonly open: readonly Entry[];
  /** Numbers before (what the plan says, else what was asked for) and after, by sort. */
  readonly counts: readonly PlanCount[];
  /** On the plan and yet barred: one vote that decides all, or boards and bodies as a ground. */
  readonly barred: readonly { readonly entry: Entry; readonly why: 'veto' | 'boards' }[];
}

export interface PlanCount {
  readonly sort: string;
  readonly before: number;
  /** True where the plan's own number is given, false where what was asked for was counted. */
  readonly told: boolean;
  readonly after: number;
}

/** The sorts that are counted apart, with the field of a plan that says how many there were before. */
const COUNTED: readonly (readonly [sort: string, before: string])[] = [
  ['考核', 'before'],
  ['评比', 'beforeContests'],
];

/**
 * @param assessments entries of `assessments` of the district
 * @param plans entries of `plans` of the district
 */
export function assessmentPlan(
  assessments: readonly Entry[],
  plans: readonly Entry[],
  year: number,
): AssessmentPlan {
  const ofYear = assessments.filter(({ values, state }) => values.year === year && state !== 'ended');
  const published = publishedPlan(plans, year);
  const listed = ofYear.filter(({ state }) => state === 'admitted');
  const indicators = new Map<string, Set<string>>();
  for (const entry of listed) {
    const { indicators: names } = entry.values;
    for (const name of typeof names === 'object' ? names : []) {
      const demanders = indicators.get(name) ?? new Set<string>();
      indicators.set(name, demanders.add(textOf(entry, 'demander')));
    }
  }
  return {
    year,
    published,
    indicators: [...indicators].map(([name, demanders]) => ({ name, demanders: [...demanders] })),
    listed,
    refused: ofYear.filter(({ state }) => state === 'refused'),
    open: ofYear.filter(({ state }) => state === 'recorded'),
    counts: COUNTED.map(([sort, key]) => {
      const told = published?.values[key];
      const ofSort = (entry: Entry) => textOf(entry, 'sort') === sort;
      return {
        sort,
        before: typeof told === 'number' ? told : ofYear.filter(ofSort).length,
        told: typeof told === 'number',
        after: listed.filter(ofSort).length,
      };
    }),
    barred: listed.flatMap((entry) => [
      ...(entry.values.veto === true ? [{ entry, why: 'veto' as const }] : []),
      ...(entry.values.boards === true ? [{ entry, why: 'boards' as const }] : []),
    ]),
  };
}

/** The plan of a year that is on the register; one a year and district. */
export function publishedPlan(plans: readonly Entry[], year: number): Entry | null {
  return plans.find(({ values, state }) => values.year === year && state !== 'ended') ?? null;
}

/** Why an assessment that isn't on the plan of its year is refused; null where it may still be brought in. */
export function offPlan(assessment: Pick<Entry, 'values'>, plans: readonly Entry[]): string | null {
  const { year } = assessment.values;
  const plan = typeof year === 'number' ? publishedPlan(plans, year) : null;
  if (plan === null) return null;
  const name = textOf(plan, 'name');
  const number = textOf(plan, 'number');
  return `没有列入${plan.day}公布的“${name}”${number === '' ? '' : `（${number}）`}`;
}
