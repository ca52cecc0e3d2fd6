import { type Kysely, type SqlBool, sql } from 'kysely';
import { COUNTRY } from '#catalogue/regions.js';
import type { LookbackScope, ScreeningFigures } from '#lookback/figures.js';
import { beginningOf, dayAfter } from '#lookback/months.js';
import { inRegion } from './in-region.js';
import type { Tables } from './schema.js';
import { isLastOfItsNotice } from './screening-chains.js';

/** Results read at once: one of a long notice has some hundred thousand characters. */
const PAGE = 50;
/** Verdicts on a task that communities shouldn't have been given as it is. */
const OFF_LIST: ReadonlySet<string> = new Set(['not-listed', 'negative', 'must-not-certify']);
/** Who issued a notice that doesn't say it. */
const NOBODY = '通知没有写';

/** What of a stored result is counted; the rest may be of any version. */
interface Result {
  issuer?: unknown;
  region?: unknown;
  tasks?: unknown;
}

/** Goes through the results page by page, so that a year of them takes no more memory than a few. */
export async function screeningFigures(db: Kysely<Tables>, scope: LookbackScope): Promise<ScreeningFigures> {
  const byVerdict = new Map<string, number>();
  const issuers = new Map<string, { tasks: number; offList: number }>();
  let [notices, tasks, offList] = [0, 0, 0];
  for (let after: { at: string; id: string } | undefined; ; ) {
    const rows = await pageOf(db, scope, after);
    for (const { result } of rows) {
      const read = readResult(result);
      if (!isOf(read, scope.name)) continue;
      const verdicts = verdictsOf(read);
      const off = verdicts.filter((verdict) => OFF_LIST.has(verdict)).length;
      for (const verdict of verdicts) byVerdict.set(verdict, (byVerdict.get(verdict) ?? 0) + 1);
      const issuer = typeof read.issuer === 'string' && read.issuer !== '' ? read.issuer : NOBODY;
      const before = issuers.get(issuer) ?? { tasks: 0, offList: 0 };
      issuers.set(issuer, { tasks: before.tasks + verdicts.length, offList: before.offList + off });
      notices++;
      tasks += verdicts.length;
      offList += off;
    }
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) break;
    after = { at: last.at, id: last.id };
  }
  return {
    notices,
    tasks,
    offList,
    byVerdict,
    issuers: [...issuers]
      .map(([name, counts]) => ({ name, ...counts }))
      .sort((a, b) => b.offList - a.offList || b.tasks - a.tasks || (a.name < b.name ? -1 : 1)),
  };
}

function pageOf(db: Kysely<Tables>, { name, from, to }: LookbackScope, after?: { at: string; id: string }) {
  return db
    .selectFrom('screening')
    .select(['at', 'id', 'result'])
    .where('at', '>=', beginningOf(from))
    .where('at', '<', beginningOf(dayAfter(to)))
    .where(isLastOfItsNotice)
    .$if(name !== COUNTRY, (query) => query.where((eb) => eb.or([eb('region', 'is', null), inRegion(name)])))
    .$if(after !== undefined, (query) => query.where(sql<SqlBool>`(at, id) > (${after?.at}, ${after?.id})`))
    .orderBy('at')
    .orderBy('id')
    .limit(PAGE)
    .execute();
}

function readResult(text: string): Result {
  const result: unknown = JSON.parse(text);
  return typeof result === 'object' && result !== null ? result : {};
}

/** A notice without a region of its own was judged for the one that stands in its result. */
function isOf({ region }: Result, name: string): boolean {
  return name === COUNTRY || (typeof region === 'string' && region.startsWith(name));
}

function verdictsOf({ tasks }: Result): string[] {
  if (!Array.isArray(tasks)) return [];
  return tasks.flatMap((task: unknown) => {
    const isTask = typeof task === 'object' && task !== null && 'verdict' in task;
    return isTask && typeof task.verdict === 'string' ? [task.verdict] : [];
  });
}
