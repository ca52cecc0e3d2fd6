import type { Kysely } from 'kysely';
import { requireMay } from '#access/actor.js';
import type { OpenQuestion } from '#review/index.js';
import type { Verdict } from '#ruling/index.js';
import { canonicalJson, sha256 } from '#text/canonical.js';
import { masked } from '#text/masked.js';
import type { Appender } from './audit-log.js';
import type { Access } from './group-commit.js';
import type { CorrectedTask, NoticeCorrections } from './review-port.js';
import type { Tables } from './schema.js';

interface Body {
  /** Name of the region of whoever corrected; null for the whole country. */
  place: string | null;
  by: string;
  tasks: readonly CorrectedTask[];
}

export function createNoticeCorrections(access: Access, append: Appender): NoticeCorrections {
  return {
    keep: (actor, screeningId, { place, tasks }, { at, actor: named }) =>
      access.write(async (trx) => {
        const { region } = actor;
        requireMay(actor, 'create', 'review', { region, department: actor.department, owner: actor.id });
        const before = await trx
          .selectFrom('notice_correction')
          .select('region')
          .where('screening_id', '=', screeningId)
          .executeTakeFirst();
        if (before !== undefined) requireMay(actor, 'create', 'review', { region: before.region });
        const body = canonicalJson({ place, by: actor.name, tasks: masked(tasks) } satisfies Body);
        const row = { screening_id: screeningId, region, at, body };
        await trx
          .insertInto('notice_correction')
          .values(row)
          .onConflict((c) => c.column('screening_id').doUpdateSet(row))
          .execute();
        const detail = { region, tasks: tasks.length, hash: sha256(body) };
        const act = { at, actor: named ?? actor.name };
        await append(trx, { ...act, action: 'notice-corrected', subject: screeningId, detail });
      }),
    find: async (screeningId) => {
      const row = await access.read((db) =>
        db
          .selectFrom('notice_correction')
          .select('body')
          .where('screening_id', '=', screeningId)
          .executeTakeFirst(),
      );
      return row === undefined ? null : (JSON.parse(row.body) as Body).tasks;
    },
  };
}

/** Corrected tasks as material for the review, newest first. @param reads whether a region is seen */
export async function correctedAsQuestions(
  db: Kysely<Tables>,
  { from, limit }: { from: string; limit: number },
  reads: (place: { region: string }) => boolean,
): Promise<OpenQuestion[]> {
  const rows = await db
    .selectFrom('notice_correction')
    .selectAll()
    .where('at', '>=', from)
    .orderBy('at', 'desc')
    .orderBy('screening_id', 'desc')
    .limit(limit)
    .execute();
  return rows
    .filter(({ region }) => reads({ region }))
    .flatMap(({ screening_id, at, body }) => {
      const { place, tasks } = JSON.parse(body) as Body;
      return tasks.map(
        ({ start, end, phrase, verdict, said }): OpenQuestion => ({
          id: `n-${screening_id}-${start}-${end}`,
          at,
          text: phrase,
          role: null,
          region: place,
          verdict: verdict ?? NO_VERDICT,
          why: 'corrected',
          said: [said],
        }),
      );
    });
}

/** What a task that was missed came to: nothing was said of it. */
const NO_VERDICT: Verdict = 'out-of-scope';
