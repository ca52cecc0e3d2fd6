import type { Transaction } from 'kysely';
import { significant } from '#access/region-code.js';
import {
  apply,
  type Case,
  type CaseEvent,
  caseNumber,
  type Limits,
  receive,
  UNSORTED,
} from '#cases/index.js';
import type { Tables } from '#storage/schema.js';
import { columnsOf } from '#storage/window/rows.js';
import { addWorkingDays } from '#text/working-days.js';
import { DEMANDERS, SUBJECTS } from './district-words.js';
import { inBatches } from './in-batches.js';
import { type SeededRandom, seededRandom } from './seeded-random.js';

/** Cases of the window of a made-up year. */
export interface DistrictCases {
  readonly seed: number;
  readonly year: number;
  readonly region: string;
  readonly communities: number;
  readonly cases: number;
}

const CLASSES = ['government', 'consult', 'self'] as const;

/** Puts them in, each with what happened to it: the model is asked at every step, so that no row says what can't be. */
export async function fillCases(
  trx: Transaction<Tables>,
  year: DistrictCases,
  limits: Limits,
): Promise<void> {
  const random = seededRandom(year.seed + 1);
  const running = new Map<string, number>();
  let history: Tables['case_event'][] = [];
  await inBatches(
    year.cases,
    (i) => {
      const region = `${year.region}${String(1 + (i % 15)).padStart(3, '0')}${String(1 + random.below(year.communities)).padStart(3, '0')}`;
      const number = (running.get(region) ?? 0) + 1;
      running.set(region, number);
      const made = lived(year, random, region, limits);
      const id = `${significant(region)}/${caseNumber(String(year.year), number)}`;
      history.push(...made.events.map((event, seq) => ({ case_id: id, seq: seq + 1, ...event })));
      return rowOf(made, id, caseNumber(String(year.year), number));
    },
    async (rows) => {
      await trx.insertInto('window_case').values(rows).execute();
      for (let from = 0; from < history.length; from += rows.length) {
        await trx
          .insertInto('case_event')
          .values(history.slice(from, from + rows.length))
          .execute();
      }
      history = [];
    },
  );
}

interface Lived {
  one: Case;
  closedOn: string | null;
  events: { at: string; actor: string; type: string; detail: string }[];
}

/** One case from its reception to where the year leaves it. */
function lived({ year }: DistrictCases, random: SeededRandom, region: string, limits: Limits): Lived {
  const days = (day: string, count: number) => {
    const { day: reached, unknownYears } = addWorkingDays(day, count);
    return { day: reached, sure: unknownYears.length === 0 };
  };
  let at = Date.UTC(year, 0, 1 + random.below(365));
  const dayAt = () => new Date(at).toISOString().slice(0, 10);
  const subject = random.skewed(SUBJECTS);
  const sorted = random.skewed(CLASSES);
  const sorting = { ...UNSORTED, class: sorted, matter: subject, why: '示例' };
  const reception = {
    kind: 'demand',
    region,
    source: 'window',
    text: `${subject}，请处理`,
    sorting,
  } as const;
  let one = receive({ ...reception, paper: null }, { day: dayAt(), limits, addWorkingDays: days });
  const events = [{ at: `${dayAt()}T02:00:00.000Z`, actor: '社工', type: 'open', detail: '{}' }];
  let closedOn: string | null = null;
  for (const event of courseOf(sorted, random)) {
    // One in twenty stays where it is at every step.
    if (random.below(20) === 0) break;
    at += random.below(6) * 24 * 3600 * 1000;
    one = apply(one, event, { day: dayAt(), limits, addWorkingDays: days });
    events.push({ at: `${dayAt()}T03:00:00.000Z`, actor: '社工', type: event.type, detail: '{}' });
    if (one.state === 'closed') closedOn = dayAt();
  }
  return { one, closedOn, events };
}

/** What happens to a case of a class, in order. */
function courseOf(sorted: (typeof CLASSES)[number], random: SeededRandom): CaseEvent[] {
  const end: CaseEvent[] = [
    { type: 'reply', text: '已办结，见结果', how: '电话' },
    { type: 'visit', satisfied: true, note: '满意' },
  ];
  if (sorted === 'self') return [{ type: 'guide', text: '已说明办法，由本人办理' }, ...end];
  if (sorted === 'consult') {
    const met = {
      type: 'meet',
      participants: ['楼栋长', '居民代表'],
      place: '议事厅',
      note: '各方到场',
    } as const;
    return [{ ...met, result: '商定轮流值守', agreed: true }, ...end];
  }
  const to = random.skewed(DEMANDERS);
  const routed: CaseEvent = { type: 'route', to, level: 'department' };
  const back: CaseEvent[] = random.below(8) === 0 ? [{ type: 'return', reason: '不属于本部门' }, routed] : [];
  return [routed, ...back, { type: 'resolve', text: '已到现场处理' }, ...end];
}

function rowOf({ one, closedOn, events }: Lived, id: string, number: string): Tables['window_case'] {
  return {
    id,
    number,
    region: significant(one.region),
    owner: 'worker',
    key: id,
    kind: one.kind,
    received_on: one.receivedOn,
    wrong_codes: 0,
    wrong_on: null,
    person: null,
    contact: null,
    closed_on: closedOn,
    updated_at: events.at(-1)?.at ?? '',
    ...columnsOf(one),
  };
}
