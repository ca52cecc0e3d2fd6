import type { Kysely } from 'kysely';
import { mayAll } from '#access/actor.js';
import type { Actor } from '#access/roles.js';
import { QingdanError } from '#errors.js';
import { OPEN_VERDICTS, type OpenQuestion, reasonOf } from '#review/index.js';
import type { Band, Role, Verdict } from '#ruling/index.js';
import { correctedAsQuestions } from './notice-corrections.js';
import { LARGEST_PAGE } from './page.js';
import type { OpenPage } from './review-port.js';
import type { Tables } from './schema.js';

/** Questions looked at for one review at most. */
const MOST = 10_000;
/** Whoever reaches the whole country sees what names no region, or one that is none. */
const NOWHERE = '000000';

/**
 * The newest questions that weren't answered, or of which somebody said that the answer is wrong, and tasks of notices
 * that somebody put right.
 */
export async function openQuestions(
  db: Kysely<Tables>,
  actor: Actor,
  { from, limit, codeOf }: OpenPage,
): Promise<OpenQuestion[]> {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) {
    throw new QingdanError('QD-INPUT', `条数「${limit}」不对，请写 1 到 ${MOST} 的整数`);
  }
  const reads = mayAll(actor, 'read', 'review');
  const corrected = await correctedAsQuestions(db, { from, limit }, reads);
  const found: OpenQuestion[] = [];
  let before: { at: string; id: string } | undefined;
  for (;;) {
    const rows = await page(db, from, before);
    const seen = rows.filter(({ region }) =>
      reads({ region: (region === null ? undefined : codeOf(region)) ?? NOWHERE }),
    );
    const said = await judgements(
      db,
      seen.map(({ id }) => id),
    );
    found.push(...seen.flatMap((row) => openQuestion(row, said.get(row.id))));
    before = rows.at(-1);
    if (found.length >= limit || before === undefined || rows.length < LARGEST_PAGE) break;
  }
  return [...found, ...corrected].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, limit);
}

type Row = Awaited<ReturnType<typeof page>>[number];

function page(db: Kysely<Tables>, from: string, before: { at: string; id: string } | undefined) {
  return db
    .selectFrom('question')
    .select(['id', 'at', 'text', 'role', 'region', 'verdict', 'band'])
    .where('at', '>=', from)
    .where(({ eb, and, or, exists, selectFrom }) =>
      and([
        or([
          eb('verdict', 'in', [...OPEN_VERDICTS]),
          eb('band', '!=', 'answer'),
          exists(
            selectFrom('feedback')
              .select('question_id')
              .whereRef('feedback.question_id', '=', 'question.id')
              .where('useful', '=', 0),
          ),
        ]),
        before === undefined
          ? eb('at', '>=', from)
          : or([eb('at', '<', before.at), and([eb('at', '=', before.at), eb('id', '<', before.id)])]),
      ]),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(LARGEST_PAGE)
    .execute();
}

/** What was said of answers: whether anybody called one wrong, and why. */
async function judgements(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Map<string, { useful: number; comment: string | null }[]>> {
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('feedback')
          .select(['question_id', 'useful', 'comment'])
          .where('question_id', 'in', ids)
          .orderBy('at', 'desc')
          .execute();
  const found = new Map<string, { useful: number; comment: string | null }[]>();
  for (const { question_id, ...one } of rows)
    found.set(question_id, [...(found.get(question_id) ?? []), one]);
  return found;
}

/** None where whoever asked was content with it. */
function openQuestion(
  { verdict, band, role, ...same }: Row,
  judged: readonly { useful: number; comment: string | null }[] = [],
): OpenQuestion[] {
  const wrong = judged.some(({ useful }) => useful === 0);
  if (!wrong && judged.some(({ useful }) => useful === 1)) return [];
  const answer = { verdict: verdict as Verdict, band: band as Band };
  const why = reasonOf(answer, wrong);
  if (why === null) return [];
  const said = judged.flatMap(({ useful, comment }) => (useful === 0 && comment !== null ? [comment] : []));
  return [{ ...same, role: role as Role | null, verdict: answer.verdict, why, said }];
}
