import { reminderDue, statisticsOf, WARNING_DAYS } from '#cases/index.js';
import { QingdanError } from '#errors.js';
import type { Act, CaseRow, Job, JobQueue, Storage } from '#storage/ports.js';
import { SYSTEM_ACTOR, type Window } from './window.js';

export interface DutyParts {
  storage: Pick<Storage, 'audit' | 'cases' | 'retention' | 'reports'>;
  jobs: JobQueue;
  window: Window;
  act(): Act;
  /** Told of what was done. */
  onDone(what: string): void;
  /** Told once why nothing is purged, where something speaks against it. */
  onDoubt(reason: string): void;
}

/** What a service does by itself, whichever of its programs comes to it. */
export interface Duties {
  /** Begins to take jobs. */
  start(): Promise<void>;
  /** Puts what is due now; the same minute again changes nothing. @param now milliseconds since 1970 */
  put(now: number): Promise<void>;
}

const MINUTE = 60_000;
const SWEEP = 10 * MINUTE;
const HOUR = 60 * MINUTE;
/** After the start, before records are deleted: a clock that is wrong at the start is set right by then. */
const FIRST_PURGE = 10 * MINUTE;
/** Cases looked at in one go. */
const AT_ONCE = 500;
const OPEN = ['received', 'consulting', 'routed', 'returned', 'resolved', 'replied'] as const;

export function createDuties(parts: DutyParts): Duties {
  const { jobs } = parts;
  const purge = purging(parts);
  let begun: number | null = null;
  return {
    async start() {
      await jobs.work('case-sweep', () => sweep(parts));
      await jobs.work('case-reminder', (job) => remind(job, parts));
      await jobs.work('purge', purge);
      await jobs.work('answer-digest', () => digest(parts));
      await jobs.work('monthly-report', (job) => report(job, parts));
    },
    async put(now) {
      // Jobs are named by the stretch of time they belong to, so that of many programs one does each.
      const slot = (length: number) => new Date(Math.floor(now / length) * length).toISOString();
      await jobs.send({ id: slot(SWEEP), name: 'case-sweep', data: {} });
      begun ??= now;
      if (now - begun >= FIRST_PURGE) await jobs.send({ id: slot(HOUR), name: 'purge', data: {} });
      await jobs.send({ id: slot(HOUR), name: 'answer-digest', data: {} });
      const month = monthBefore(parts.window.moment(SYSTEM_ACTOR.region).day);
      await jobs.send({ id: month, name: 'monthly-report', data: { month } });
    },
  };
}

/** Finds cases whose last day is near or over, and puts a job for each that hasn't been told of. */
async function sweep({ storage, jobs, window }: DutyParts): Promise<void> {
  const { day, addWorkingDays } = window.moment(SYSTEM_ACTOR.region);
  const dueBy = addWorkingDays(day, WARNING_DAYS).day;
  for (let after: string | undefined; ; ) {
    const rows = await storage.cases.list({ dueBy, states: OPEN, limit: AT_ONCE, after }, SYSTEM_ACTOR);
    for (const row of rows) {
      const event = reminderDue(row, day, addWorkingDays);
      if (event !== null) await jobs.send(reminderJob(row, event));
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return;
    after = `${last.receivedOn} ${last.id}`;
  }
}

type Reminder = NonNullable<ReturnType<typeof reminderDue>>;

const reminderJob = ({ id, number, region }: CaseRow, { what, day }: Reminder): Job => ({
  id: `${id} ${day} ${what}`,
  name: 'case-reminder',
  data: { number, region, what, day },
});

/** Writes the reminder into the case, whence the audit log and other systems have it; once, whoever tries. */
async function remind({ data }: Job, { storage, window }: DutyParts): Promise<void> {
  const { number, region, what, day } = data as {
    number: string;
    region: string;
    what: Reminder['what'];
    day: string;
  };
  try {
    await storage.cases.change(
      { number, region },
      { type: 'remind', what, day },
      window.moment(region),
      SYSTEM_ACTOR,
    );
  } catch (error) {
    // Told already, or done in the meantime.
    if (!(error instanceof QingdanError && error.code === 'QD-STATE')) throw error;
  }
}

function purging({ storage: { retention }, act, onDone, onDoubt }: DutyParts): () => Promise<void> {
  let told = '';
  return async () => {
    const now = act();
    const due = Object.values(await retention.due(now.at));
    if (!due.some((count) => count > 0)) return;
    try {
      await retention.purge(now);
      onDone('records-purged');
    } catch (error) {
      if (!(error instanceof QingdanError && error.code === 'QD-PURGE')) throw error;
      // Once, not every hour: somebody has to look at it.
      if (told !== error.message) onDoubt(error.message);
      told = error.message;
    }
  };
}

/** What answers there are goes into the audit log, so that one that is changed or gone is found. */
async function digest({ storage: { audit }, act }: DutyParts): Promise<void> {
  await audit.digestAnswers(act());
}

/** The month's figures of every community, kept as they are now. */
async function report({ data }: Job, { storage, window, act, onDone }: DutyParts): Promise<void> {
  const { month } = data as { month: string };
  const figures = await storage.cases.figures({ from: `${month}-01`, to: `${month}-32` }, SYSTEM_ACTOR);
  const { day } = window.moment(SYSTEM_ACTOR.region);
  for (const region of new Set(figures.map((one) => one.region))) {
    const body = statisticsOf(
      figures.filter((one) => one.region === region),
      day,
    );
    await storage.reports.keep({ kind: 'cases', period: month, region, body }, act());
  }
  onDone('monthly-report');
}

/** YYYY-MM of the month before a day's. */
function monthBefore(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}
