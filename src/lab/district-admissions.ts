import type { Transaction } from 'kysely';
import type { Actor } from '#access/roles.js';
import { apply, newAdmission } from '#admission/model.js';
import { type AdmissionProcess, stepOf } from '#admission/process.js';
import type { Admission, AdmissionEvent } from '#admission/state.js';
import { rowOf } from '#storage/admission-rows.js';
import type { Tables } from '#storage/schema.js';
import { DEMANDERS, SUBJECTS } from './district-words.js';
import { inBatches } from './in-batches.js';
import { type SeededRandom, seededRandom } from './seeded-random.js';

/** Applications for admission of a made-up year. */
export interface DistrictAdmissions {
  readonly seed: number;
  readonly year: number;
  readonly region: string;
  readonly name: string;
  readonly admissions: number;
}

const DAY = 24 * 3600 * 1000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Puts them in, each as far as the region's procedure has brought it; the model is asked at every step. */
export async function fillAdmissions(
  trx: Transaction<Tables>,
  year: DistrictAdmissions,
  process: AdmissionProcess,
): Promise<void> {
  const random = seededRandom(year.seed + 2);
  const actor: Actor = { id: 'admin', name: '区民政局', role: 'admin', region: year.region };
  let history: Tables['admission_event'][] = [];
  await inBatches(
    year.admissions,
    (i) => {
      const serial = i + 1;
      const id = `${year.region}-${year.year}-${serial}`;
      const { admission, events } = lived(year, random, { actor, process }, serial);
      history.push(
        ...events.map(({ day, event }, at) => ({
          ...{ admission_id: id, number: at + 1, at: `${day}T02:00:00.000Z`, day },
          ...{ actor: actor.id, actor_name: actor.name, event },
        })),
      );
      const stored = { ...admission, id, code: '', serial, screening: null };
      return rowOf(stored, `${admission.changedOn}T02:00:00.000Z`);
    },
    async (rows) => {
      await trx.insertInto('admission').values(rows).execute();
      for (let from = 0; from < history.length; from += rows.length) {
        await trx
          .insertInto('admission_event')
          .values(history.slice(from, from + rows.length))
          .execute();
      }
      history = [];
    },
  );
}

/** One application from its draft to where the year leaves it. */
function lived(
  { year, region, name, admissions }: DistrictAdmissions,
  random: SeededRandom,
  by: { actor: Actor; process: AdmissionProcess },
  serial: number,
) {
  const begun = Date.UTC(year, 0, 1) + Math.floor((serial / admissions) * 330) * DAY;
  let at = begun;
  const number = `准入〔${year}〕${String(serial).padStart(4, '0')}号`;
  const application = applicationOf(random, serial, dayOf(begun + 60 * DAY), `${year + 1}-12-31`);
  const given = { number, region, regionName: name, owner: by.actor.id, application };
  let admission: Admission = newAdmission(given, { day: dayOf(at), process: by.process });
  const events = [{ day: dayOf(at), event: JSON.stringify({ type: 'create' }) }];
  for (const event of courseOf(random, by.process)) {
    if (random.below(20) === 0) break;
    at += random.below(8) * DAY;
    admission = apply(admission, event, { ...by, day: dayOf(at) });
    events.push({ day: dayOf(at), event: JSON.stringify(event) });
  }
  return { admission, events };
}

function courseOf(random: SeededRandom, process: AdmissionProcess): AdmissionEvent[] {
  const admit = random.below(3) > 0;
  const opinion = { agrees: admit, text: admit ? '同意' : '属于部门自己的职责，不同意' };
  const has = (step: 'review' | 'meeting') => stepOf(process, step) !== undefined;
  return [
    { type: 'submit' },
    ...(has('review') ? [{ type: 'review', ...opinion } as const] : []),
    ...(has('meeting')
      ? [{ type: 'meet', ...opinion, participants: ['区民政局', '区司法局'] } as const]
      : []),
    { type: 'decide', admit, reason: opinion.text },
    ...(admit && random.below(2) === 0
      ? [{ type: 'receive', means: 'funds', amount: 50_000, proof: '拨款通知' } as const]
      : []),
  ];
}

function applicationOf(random: SeededRandom, serial: number, from: string, to: string) {
  return {
    task: `${random.skewed(SUBJECTS)}（${serial}）`,
    department: random.skewed(DEMANDERS),
    description: '每季度入户一次，核对并登记。'.repeat(4),
    basis: '某某条例第十二条',
    scope: '全区各社区',
    workload: '每个社区每季度两人三天',
    staff: { what: '每个街道派两人' },
    funds: { what: '每个社区每年 5000 元', amount: 750_000, due: from },
    power: '入户核对的委托书',
    forms: ['季度登记表'],
    plaques: [],
    apps: [],
    from,
    to,
  };
}
