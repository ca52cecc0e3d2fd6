import type { Kysely, Transaction } from 'kysely';
import { significant } from '#access/region-code.js';
import type { AdmissionProcess } from '#admission/process.js';
import type { Limits } from '#cases/index.js';
import { type Draft, textOf } from '#registers/entry.js';
import type { KindId } from '#registers/kind.js';
import { REGISTERS } from '#registers/kinds/index.js';
import type { Tables } from '#storage/schema.js';
import { type DistrictAdmissions, fillAdmissions } from './district-admissions.js';
import { type DistrictCases, fillCases } from './district-cases.js';
import { DEMANDERS, FIELDS, FRAMES, SUBJECTS, VERDICTS } from './district-words.js';
import { inBatches } from './in-batches.js';
import { type SeededRandom, seededRandom } from './seeded-random.js';

/** How much a made-up year of a district holds. */
export interface DistrictYear extends DistrictCases, DistrictAdmissions {
  /** Six digits and full name. */
  readonly region: string;
  readonly name: string;
  readonly questions: number;
  readonly screenings: number;
  /** Entries of each register. */
  readonly entries: Readonly<Partial<Record<KindId, number>>>;
}

/** A year of a large district. */
export const LARGE_DISTRICT: DistrictYear = {
  seed: 20260101,
  year: 2026,
  region: '500108',
  name: '重庆市南岸区',
  communities: 150,
  questions: 1_000_000,
  screenings: 5_000,
  cases: 20_000,
  admissions: 2_000,
  entries: {
    seal: 40_000,
    forms: 3_000,
    fields: 60,
    boards: 1_500,
    channels: 900,
    meetings: 12_000,
    assessments: 90,
    covenants: 150,
    organisations: 900,
  },
};

/** Fills an empty store with a made-up year: the same seed gives the same rows. Nothing of it is anybody's. */
export async function fillDistrictYear(
  db: Kysely<Tables>,
  year: DistrictYear,
  { limits, process }: { limits: Limits; process: AdmissionProcess },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const random = seededRandom(year.seed);
    await inBatches(
      year.questions,
      (i) => question(year, random, i),
      (rows) => trx.insertInto('question').values(rows).execute(),
    );
    await inBatches(
      year.screenings,
      (i) => screening(year, random, i),
      (rows) => trx.insertInto('screening').values(rows).execute(),
    );
    for (const [kind, count] of Object.entries(year.entries))
      await fillRegister(trx, year, random, kind as KindId, count);
    await fillCases(trx, year, limits);
    await fillAdmissions(trx, year, process);
  });
}

function question(
  { year, name, questions }: DistrictYear,
  random: SeededRandom,
  i: number,
): Tables['question'] {
  const at = inOrder(year, i, questions);
  const subject = random.skewed(SUBJECTS);
  // A third of the texts are asked by one person alone, as in a real log.
  const rare = random.below(3) === 0 ? `（${i}）` : '';
  const verdict = random.skewed(VERDICTS);
  return {
    id: `q${i}`,
    at,
    channel: 'web',
    person: random.below(60_000).toString(16).padStart(32, '0'),
    text: `${random.skewed(FRAMES).replace('$', subject)}${rare}`,
    role: 'resident',
    region: random.below(10) === 0 ? null : name,
    date: null,
    how: null,
    today: at.slice(0, 10),
    verdict,
    band: verdict === 'clarify' ? 'confirm' : random.below(12) === 0 ? 'abstain' : 'answer',
    probability: 0.9,
    item_id: verdict === 'clarify' ? null : `item-${SUBJECTS.indexOf(subject)}`,
    catalogue_version: '0123456789ab',
    edition: null,
    answer_hash: 'f'.repeat(64),
    seal: null,
  };
}

function screening({ year, name }: DistrictYear, random: SeededRandom, i: number): Tables['screening'] {
  const tasks = Array.from({ length: 4 + random.below(12) }, () => ({
    phrase: `要求各社区做好${random.skewed(SUBJECTS)}工作，按时报送台账`,
    verdict: random.skewed(VERDICTS),
    suggestion: '请与清单核对后答复。'.repeat(6),
  }));
  const result = {
    title: `关于${random.skewed(SUBJECTS)}的通知`,
    issuer: random.skewed(DEMANDERS),
    region: name,
    tasks,
  };
  return {
    id: `s${i}`,
    at: moment(year, random),
    channel: 'web',
    person: '0'.repeat(32),
    region: name,
    title: result.title,
    source: '通知.docx',
    result: JSON.stringify(result),
    tasks: tasks.length,
    catalogue_version: '0123456789ab',
    edition: null,
    first_id: null,
  };
}

async function fillRegister(
  trx: Transaction<Tables>,
  year: DistrictYear,
  random: SeededRandom,
  kindId: KindId,
  count: number,
) {
  const kind = REGISTERS[kindId];
  const running = new Map<string, number>();
  await inBatches(
    count,
    (i) => {
      const draft = draftOf(year, random, kindId, i);
      const reach = significant(draft.region);
      const number = (running.get(reach) ?? 0) + 1;
      running.set(reach, number);
      const day = String(draft.values.day);
      return {
        id: `${kindId}-${reach}-${year.year}-${number}`,
        kind: kindId,
        region: draft.region,
        reach,
        place: draft.place,
        year: String(year.year),
        running: number,
        day,
        state: kind.decision === null ? 'recorded' : random.skewed(['recorded', 'admitted', 'refused']),
        what: textOf(draft, kind.what),
        who: textOf(draft, kind.who),
        outcome: textOf(draft, kind.outcome),
        body: JSON.stringify({ values: draft.values, decided: null, ended: null }),
      };
    },
    (rows) => trx.insertInto('register_entry').values(rows).execute(),
  );
}

/** A draft with every field of its kind that is required, and some of the others. */
function draftOf(
  { year, region, communities }: DistrictYear,
  random: SeededRandom,
  kindId: KindId,
  i: number,
): Draft {
  const kind = REGISTERS[kindId];
  const place = String(random.below(communities)).padStart(3, '0');
  const values: Record<string, string | number | boolean | string[]> = {};
  for (const field of kind.fields) {
    if (field.key === 'day') values.day = dayIn(year, random);
    else if (field.key === 'year') values.year = year;
    else if (field.key === 'same') continue;
    else if (field.sort === 'date') values[field.key] = dayIn(year, random);
    else if (field.sort === 'choice') values[field.key] = random.skewed(field.choices ?? ['']);
    else if (field.sort === 'yes') values[field.key] = random.below(4) === 0;
    else if (field.sort === 'whole') values[field.key] = random.below(8);
    else if (field.sort === 'list')
      values[field.key] = [...new Set([random.skewed(FIELDS), random.skewed(FIELDS), random.skewed(FIELDS)])];
    else if (field.key === kind.who) values[field.key] = random.skewed(DEMANDERS);
    else if (field.key === kind.what)
      values[field.key] =
        kindId === 'seal' ? random.skewed(SUBJECTS) : `${random.skewed(SUBJECTS)}${kind.word}${i % 50}`;
  }
  return {
    kind: kindId,
    region: `${region}${String(1 + (i % 15)).padStart(3, '0')}${place === '000' ? '001' : place}`,
    place: `社区${place}`,
    values,
  };
}

/** When a year begins in China. */
const beginningOf = (year: number) => Date.UTC(year, 0, 1) - 8 * 3600 * 1000;

/** A day of the year. */
const dayIn = (year: number, random: SeededRandom) =>
  new Date(Date.UTC(year, 0, 1 + random.below(365))).toISOString().slice(0, 10);

/** Moments of a log, which is written as the year goes on. */
function inOrder(year: number, i: number, count: number): string {
  return new Date(beginningOf(year) + Math.floor((i / count) * 365 * 24 * 3600) * 1000).toISOString();
}

function moment(year: number, random: SeededRandom): string {
  return new Date(beginningOf(year) + random.below(365 * 24 * 3600) * 1000).toISOString();
}
