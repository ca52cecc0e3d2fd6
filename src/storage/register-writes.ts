import type { Transaction } from 'kysely';
import { sameRegion, significant } from '#access/region-code.js';
import type { Actor } from '#access/roles.js';
import { QingdanError, shown } from '#errors.js';
import { offPlan, publishedPlan } from '#registers/assessment-plan.js';
import { type Draft, dayOf, type Entry, entryNumber, textOf, withoutPersons } from '#registers/entry.js';
import { REGISTERS } from '#registers/kinds/index.js';
import { applyToEntry, type EntryEvent } from '#registers/life.js';
import type { Appender } from './audit-log.js';
import type { RegisterAct } from './register-port.js';
import { entriesOf, keepEntry, openEntries, runningNumber } from './register-table.js';
import type { Tables } from './schema.js';

/** Entries read at once at most. */
const MOST_READ = 5000;

/** What is written inside a transaction, each with its row of the audit log. */
export interface RegisterWrites {
  /** A draft with its number, held against the year's plan; a plan refuses what isn't on it. */
  add(trx: Transaction<Tables>, actor: Actor, draft: Draft, act: RegisterAct): Promise<Entry>;
  /** An event on an entry that has been read in the same transaction. */
  apply(
    trx: Transaction<Tables>,
    actor: Actor,
    entry: Entry,
    event: EntryEvent,
    act: RegisterAct,
  ): Promise<Entry>;
}

export function createRegisterWrites(append: Appender): RegisterWrites {
  const log = (
    trx: Transaction<Tables>,
    { name }: Actor,
    { at, source }: RegisterAct,
    action: string,
    entry: Entry,
    detail: Record<string, unknown>,
  ) => append(trx, { at, actor: name, action, subject: entry.id, detail: { ...detail, source } });

  const apply: RegisterWrites['apply'] = async (trx, actor, entry, event, act) => {
    const kind = REGISTERS[entry.kind];
    const changed = applyToEntry(kind, entry, event, { day: act.day, by: actor.name });
    const kept = await keepEntry(trx, kind, changed, null);
    const { decided, ended } = kept;
    const now = event.type === 'amend' ? { values: loggedValues(kept) } : { decided, ended };
    await log(trx, actor, act, `register-${event.type}`, kept, { number: kept.number, ...now });
    return kept;
  };

  const addOne: RegisterWrites['add'] = async (trx, actor, draft, act) => {
    const kind = REGISTERS[draft.kind];
    const day = dayOf(kind, draft);
    const year = day.slice(0, 4);
    const running = await runningNumber(trx, draft, year);
    const entry: Entry = {
      ...draft,
      id: `${draft.kind}-${significant(draft.region) || '0'}-${year}-${running}`,
      number: entryNumber(kind, year, running),
      day,
      state: 'recorded',
      decided: null,
      ended: null,
    };
    const kept = await keepEntry(trx, kind, entry, { year, running });
    await log(trx, actor, act, 'register-added', kept, {
      number: kept.number,
      values: loggedValues(kept),
    });
    return kept;
  };

  return {
    apply,
    async add(trx, actor, draft, act) {
      if (draft.kind === 'plans') await refuseSecondPlan(trx, draft);
      const entry = await addOne(trx, actor, draft, act);
      if (draft.kind === 'plans') {
        for (const [off, reason] of await offThisPlan(trx, entry)) {
          await apply(trx, actor, off, { type: 'refuse', reason }, act);
        }
      }
      if (draft.kind !== 'assessments') return entry;
      const reason = await offAnyPlan(trx, entry);
      return reason === null ? entry : apply(trx, actor, entry, { type: 'refuse', reason }, act);
    },
  };
}

/** A year has one plan. @throws QingdanError QD-STATE */
async function refuseSecondPlan(
  trx: Transaction<Tables>,
  { values: { year }, region }: Draft,
): Promise<void> {
  const plans = await entriesOf(trx, { kind: 'plans', region, limit: MOST_READ });
  const own = plans.filter((plan) => sameRegion(plan.region, region));
  const there = typeof year === 'number' ? publishedPlan(own, year) : null;
  if (there === null) return;
  throw new QingdanError(
    'QD-STATE',
    `${year} 年已经有“${shown(textOf(there, 'name'))}”，一个区县一年一个方案；要换先停用它`,
  );
}

/** Why an assessment is off the plan that holds where it is; null where there is none, or it still may be brought in. */
async function offAnyPlan(trx: Transaction<Tables>, entry: Entry): Promise<string | null> {
  const plans = await openEntries(trx, 'plans', entry.region, MOST_READ);
  const own = significant(entry.region);
  return offPlan(
    entry,
    plans.filter(({ region }) => own.startsWith(significant(region))),
  );
}

/** The assessments of a plan's year that nobody has put on it, each with why it is refused. */
async function offThisPlan(trx: Transaction<Tables>, plan: Entry): Promise<[Entry, string][]> {
  const undecided = await entriesOf(trx, {
    kind: 'assessments',
    region: plan.region,
    state: 'recorded',
    limit: MOST_READ,
  });
  return undecided.flatMap((entry): [Entry, string][] => {
    const reason = offPlan(entry, [plan]);
    return reason === null ? [] : [[entry, reason]];
  });
}

/** The log is kept for good, and nobody can be taken out of it: it names no persons. */
const loggedValues = (entry: Entry): Entry['values'] => withoutPersons(REGISTERS[entry.kind], entry).values;
