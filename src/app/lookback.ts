import type { Actor } from '#access/roles.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { overall } from '#inspection/overview.js';
import type {
  AdmissionFigures,
  CaseFigures,
  LookbackFigures,
  LookbackScope,
  RegisterFigures,
} from '#lookback/figures.js';
import { listHoldings } from '#lookback/holdings.js';
import { daysOf, monthsOf, shifted } from '#lookback/months.js';
import { assessmentPlan } from '#registers/assessment-plan.js';
import type { Entry } from '#registers/entry.js';
import type { RegisterFacts } from '#registers/facts.js';
import { KIND_IDS, type KindId } from '#registers/kind.js';
import { askedFields, yearlyLoad } from '#registers/shared-fields.js';
import type { Tally } from '#registers/tally.js';
import { allEntries } from '#storage/all-entries.js';
import type { Storage } from '#storage/ports.js';

/** Rooms that a store may keep besides; each gives its figures, or null where it keeps none. */
export interface OtherRooms {
  admissions?: (actor: Actor, scope: LookbackScope) => Promise<AdmissionFigures | null>;
  cases?: (actor: Actor, scope: LookbackScope) => Promise<CaseFigures | null>;
}

export interface LookbackSources {
  storage: Pick<Storage, 'registers' | 'inspections' | 'lookback'>;
  kb: KnowledgeBase;
  facts: RegisterFacts;
  rooms?: OtherRooms;
}

/** Entries of one register that are read whole: forms, fields, assessments, plans and covenants of a district. */
const MOST_ENTRIES = 50_000;
/** Campaigns of a time. */
const MOST_CAMPAIGNS = 100;

/** Everything that a look-back rests on. @param today YYYY-MM-DD @throws QingdanError QD-FORBIDDEN, and what the store throws */
export async function lookbackFigures(
  sources: LookbackSources,
  actor: Actor,
  scope: LookbackScope,
  today: string,
): Promise<LookbackFigures> {
  const { storage, kb, rooms = {} } = sources;
  return {
    scope,
    lists: listHoldings(kb, scope.name),
    questions: await storage.lookback.questions(actor, scope),
    before: await beforeOf(sources, actor, scope),
    screenings: await storage.lookback.screenings(actor, scope),
    registers: await registerFigures(sources, actor, scope),
    inspections: await inspectionsOf(sources, actor, scope, today),
    admissions: (await rooms.admissions?.(actor, scope)) ?? null,
    cases: (await rooms.cases?.(actor, scope)) ?? null,
  };
}

/** As many days before; null where nothing was recorded then. */
async function beforeOf(
  { storage }: LookbackSources,
  actor: Actor,
  scope: LookbackScope,
): Promise<LookbackFigures['before']> {
  const days = daysOf(scope.from, scope.to);
  const earlier = { ...scope, from: shifted(scope.from, -days), to: shifted(scope.from, -1) };
  const questions = await storage.lookback.asked(actor, earlier);
  const count = async (kind: KindId) => {
    const tallies = await storage.registers.tally(actor, { kind, ...earlier });
    return tallies.filter(({ state }) => state !== 'ended').reduce((sum, tally) => sum + tally.count, 0);
  };
  const [seals, meetings] = [await count('seal'), await count('meetings')];
  return questions.count + seals + meetings === 0 ? null : { questions, seals, meetings };
}

async function registerFigures(
  sources: LookbackSources,
  actor: Actor,
  scope: LookbackScope,
): Promise<RegisterFigures> {
  const { storage, facts } = sources;
  const { region, from, to } = scope;
  const tallies = {} as Record<KindId, Tally[]>;
  // What is on the register counts whenever it was put there; what happened, only where it happened in the time.
  for (const kind of KIND_IDS) {
    const stretch = STANDING.has(kind) ? { to } : { from, to };
    tallies[kind] = await storage.registers.tally(actor, { kind, region, ...stretch });
  }
  const meetingsByMonth: { month: string; count: number }[] = [];
  for (const { month, ...days } of monthsOf(from, to)) {
    const there = await storage.registers.tally(actor, { kind: 'meetings', region, ...days });
    meetingsByMonth.push({
      month,
      count: there.reduce((sum, { state, count }) => sum + (state === 'ended' ? 0 : count), 0),
    });
  }
  const all = (kind: KindId) => entriesUntil(sources, actor, { kind, region, to });
  const forms = await all('forms');
  const loads = forms.filter(({ state }) => state === 'recorded' || state === 'admitted').map(yearlyLoad);
  const [assessments, plans] = [await all('assessments'), await all('plans')];
  const years = new Set(monthsOf(from, to).map(({ month }) => Number(month.slice(0, 4))));
  return {
    tallies,
    meetingsByMonth: tallies.meetings.length === 0 ? [] : meetingsByMonth,
    formTimes: loads.reduce((sum, load) => sum + (load?.times ?? 0), 0),
    formHours: loads.reduce((sum, load) => sum + (load?.hours ?? 0), 0),
    shared: askedFields(forms, await all('fields'), facts.fieldNames),
    plans: [...years].map((year) => assessmentPlan(assessments, plans, year)),
    covenants: covenantsOf(await all('covenants')),
  };
}

/** Registers of what stands, and not of what happened on a day. */
const STANDING: ReadonlySet<KindId> = new Set([
  'forms',
  'fields',
  'boards',
  'channels',
  'covenants',
  'organisations',
]);

function covenantsOf(entries: readonly Entry[]): RegisterFigures['covenants'] {
  const on = entries.filter(({ state }) => state !== 'ended');
  const having = (key: string) => on.filter(({ values }) => values[key] !== undefined);
  const problems = having('problems');
  return {
    all: on.length,
    filed: having('filed').length,
    reviewed: having('reviewed').length,
    problems: problems.length,
    mended: problems.filter(({ values }) => values.mended === true).length,
  };
}

async function inspectionsOf(
  { storage }: LookbackSources,
  actor: Actor,
  { region, from, to }: LookbackScope,
  today: string,
): Promise<LookbackFigures['inspections']> {
  const campaigns = await storage.inspections.list(actor, region, MOST_CAMPAIGNS);
  const lines: { title: string; line: ReturnType<typeof overall> }[] = [];
  for (const { id, begun, title } of campaigns) {
    if (begun < from || begun > to) continue;
    lines.push({ title, line: overall(await storage.inspections.read(actor, id), today) });
  }
  return lines;
}

const entriesUntil = (
  { storage }: LookbackSources,
  actor: Actor,
  page: { kind: KindId; region: string; to: string },
) => allEntries(storage.registers, actor, page, MOST_ENTRIES);
