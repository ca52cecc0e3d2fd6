import { within } from '#access/region-code.js';
import type { Actor } from '#access/roles.js';
import { unpaidOn } from '#admission/deadlines.js';
import { statisticsOf } from '#cases/index.js';
import type { AdmissionFigures, CaseFigures, LookbackScope } from '#lookback/figures.js';
import { dayAfter } from '#lookback/months.js';
import type { Storage, StoredAdmission } from '#storage/ports.js';
import type { OtherRooms } from './lookback.js';

/** Applications read at once, and at most: a district has some thousands a year. */
const PAGE = 1000;
const MOST = 50_000;

/** What the rooms of admissions and of the window tell of a region and time. @param today YYYY-MM-DD */
export function otherRooms(
  { admissions, cases }: Pick<Storage, 'admissions' | 'cases'>,
  today: string,
): OtherRooms {
  return {
    async admissions(actor, scope) {
      const all = await submitted(admissions, actor, scope);
      return all.length === 0 ? null : admissionFigures(all, scope.to < today ? scope.to : today);
    },
    async cases(actor, { region, from, to }): Promise<CaseFigures | null> {
      const all = await cases.figures({ region, from, to: dayAfter(to) }, actor);
      if (all.length === 0) return null;
      const { total, closed, overdue, byClass } = statisticsOf(all, today);
      const names = [
        { name: '大事，政府快办', count: byClass.government },
        { name: '小事，协商共办', count: byClass.consult },
        { name: '私事，引导自办', count: byClass.self },
        { name: '没有分类', count: byClass.unsorted },
      ];
      return { received: total, closed, overdue, byClass: names.filter(({ count }) => count > 0) };
    },
  };
}

/** Applications of a region and all within it that were handed in in the time. */
async function submitted(
  admissions: Storage['admissions'],
  actor: Actor,
  { region, from, to }: LookbackScope,
): Promise<StoredAdmission[]> {
  const all: StoredAdmission[] = [];
  for (let after: string | undefined; all.length < MOST; ) {
    const page = await admissions.list(actor, { limit: PAGE, after });
    all.push(...page);
    after = page.at(-1)?.id;
    if (page.length < PAGE) break;
  }
  return all.filter(
    ({ region: own, submittedOn }) =>
      within(own, region) && submittedOn !== null && submittedOn >= from && submittedOn <= to,
  );
}

function admissionFigures(all: readonly StoredAdmission[], day: string): AdmissionFigures {
  const admitted = all.filter(({ decision }) => decision?.admitted === true);
  const rejected = all.filter(({ decision }) => decision?.admitted === false).length;
  const withdrawn = all.filter(({ withdrawn: back }) => back !== null).length;
  const departments = new Map<string, { received: number; admitted: number }>();
  for (const { application, decision } of all) {
    const name = application.department ?? '未见';
    const before = departments.get(name) ?? { received: 0, admitted: 0 };
    const more = decision?.admitted === true ? 1 : 0;
    departments.set(name, { received: before.received + 1, admitted: before.admitted + more });
  }
  return {
    received: all.length,
    admitted: admitted.length,
    rejected,
    open: all.length - admitted.length - rejected - withdrawn,
    unpaid: admitted.filter((admission) => unpaidOn(admission, day).length > 0).length,
    departments: [...departments]
      .map(([name, counts]) => ({ name, ...counts }))
      .sort((a, b) => b.received - a.received || (a.name < b.name ? -1 : 1)),
  };
}
