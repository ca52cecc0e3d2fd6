import type { Kysely, Selectable, Transaction } from 'kysely';
import { may, mayAll, requireMay } from '#access/actor.js';
import type { Actor, Place } from '#access/roles.js';
import { QingdanError, shown } from '#errors.js';
import { changed, type Draft, EVENTS, matterOf, type Proposal, type ProposalEvent } from '#review/index.js';
import { canonicalJson } from '#text/canonical.js';
import { masked } from '#text/masked.js';
import { additionsOf, wordingsHash } from './accepted-wordings.js';
import { answerDays } from './answer-days.js';
import type { Appender } from './audit-log.js';
import type { Access } from './group-commit.js';
import { WORDINGS_ACCEPTED, WORDINGS_REVOKED } from './list-check.js';
import { openQuestions } from './open-questions.js';
import { checkLimit } from './page.js';
import { hasUsers, requireFreshTrial, requireReach } from './review-deciding.js';
import type { ProposalFilter, ReviewAct, Reviews } from './review-port.js';
import type { Tables } from './schema.js';

type Row = Selectable<Tables['review_proposal']>;

export function createReviews(access: Access, append: Appender): Reviews {
  return {
    questions: (actor, page) => access.read((db) => openQuestions(db, actor, page)),
    days: (actor, since) => access.read((db) => answerDays(db, actor, since)),
    propose: (actor, id, { region }, draft, act) =>
      access.write((trx) => propose({ trx, append, actor, act }, id, region, draft)),
    change: (actor, id, { event, trial }, act) =>
      access.write(async (trx) => {
        const found = await visible(trx, actor, id);
        const tried = trial === undefined ? found : { ...found, trial };
        if (event === undefined) {
          if (!may(actor, 'decide', 'review', placeOf(found)))
            requireMay(actor, 'create', 'review', placeOf(found));
          await update(trx, tried);
          return tried;
        }
        return applied({ trx, append, actor, act }, tried, event);
      }),
    find: (actor, id) => access.read((db) => visible(db, actor, id)),
    list: (actor, filter) => access.read((db) => list(db, actor, filter)),
    additions: () => access.read(additionsOf),
  };
}

interface Writing {
  trx: Transaction<Tables>;
  append: Appender;
  actor: Actor;
  act: ReviewAct;
}

/** Words of the audit log; those that change answers stand beside the changes of lists. */
const ACTIONS = {
  accept: WORDINGS_ACCEPTED,
  reject: 'wordings-rejected',
  withdraw: 'wordings-withdrawn',
  revoke: WORDINGS_REVOKED,
} as const satisfies Record<ProposalEvent['type'], string>;

async function propose(
  { trx, append, actor, act }: Writing,
  id: string,
  region: string,
  draft: Draft,
): Promise<Proposal> {
  const { department } = actor;
  requireMay(actor, 'create', 'review', { region, department, owner: actor.id });
  const proposal: Proposal = {
    ...masked(draft),
    id,
    region,
    ...(department === undefined ? {} : { department }),
    proposedBy: { id: actor.id, name: actor.name },
    proposedAt: act.at,
    state: 'proposed',
    decidedBy: null,
    decidedAt: null,
    reason: null,
    trial: null,
  };
  const added = await trx
    .insertInto('review_proposal')
    .values(rowOf(proposal))
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added === undefined) throw new QingdanError('QD-ID', `编号「${shown(id)}」已经用了`);
  const { aim, wordings } = proposal;
  const detail = { region, aim, wordings, hash: wordingsHash(proposal) };
  await append(trx, { ...actedBy(actor, act), action: 'wordings-proposed', subject: id, detail });
  return proposal;
}

async function applied(
  { trx, append, actor, act }: Writing,
  proposal: Proposal,
  event: ProposalEvent,
): Promise<Proposal> {
  const { right } = EVENTS[event.type];
  requireMay(actor, right, 'review', placeOf(proposal));
  if (right === 'decide' && event.type !== 'reject') await requireReach(trx, actor);
  // A store without users has nobody else who could decide.
  const alone = !(await hasUsers(trx));
  const who = { id: actor.id, name: actor.name };
  if (event.type === 'accept') await requireFreshTrial(trx, proposal);
  const next = changed(proposal, event, { who, at: act.at, alone });
  await update(trx, next);
  const { region } = next;
  const detail = {
    region,
    matter: matterOf(next),
    reason: next.reason,
    hash: wordingsHash(next),
    ...(event.type === 'accept' ? { proposedBy: next.proposedBy.name, alone } : {}),
  };
  await append(trx, { ...actedBy(actor, act), action: ACTIONS[event.type], subject: next.id, detail });
  return next;
}

const actedBy = ({ name }: Actor, { at, actor = name }: ReviewAct) => ({ at, actor });

const placeOf = ({ region, department, proposedBy }: Proposal): Place => ({
  region,
  department,
  owner: proposedBy.id,
});

const rowOf = (proposal: Proposal): Row => ({
  id: proposal.id,
  region: proposal.region,
  state: proposal.state,
  proposed_at: proposal.proposedAt,
  body: canonicalJson(proposal),
});

const proposalOf = ({ body }: Pick<Row, 'body'>): Proposal => JSON.parse(body) as Proposal;

async function update(trx: Transaction<Tables>, proposal: Proposal): Promise<void> {
  const { id, ...row } = rowOf(proposal);
  await trx.updateTable('review_proposal').set(row).where('id', '=', id).execute();
}

/** @throws QingdanError QD-ID where there is none that the actor may see */
async function visible(db: Kysely<Tables>, actor: Actor, id: string): Promise<Proposal> {
  const row = await db.selectFrom('review_proposal').select('body').where('id', '=', id).executeTakeFirst();
  const found = row === undefined ? undefined : proposalOf(row);
  if (found !== undefined && may(actor, 'read', 'review', placeOf(found))) return found;
  throw new QingdanError('QD-ID', `没有提案「${shown(id)}」，请核对编号；只能查看权限范围内的提案`);
}

async function list(
  db: Kysely<Tables>,
  actor: Actor,
  { states, limit, after }: ProposalFilter,
): Promise<Proposal[]> {
  checkLimit(limit);
  const reads = mayAll(actor, 'read', 'review');
  const found: Proposal[] = [];
  let last = after === undefined ? undefined : await visible(db, actor, after);
  for (;;) {
    let query = db.selectFrom('review_proposal').select('body');
    if (states !== undefined) query = query.where('state', 'in', [...states]);
    if (last !== undefined) {
      const { proposedAt: at, id } = last;
      query = query.where(({ eb, and, or }) =>
        or([eb('proposed_at', '<', at), and([eb('proposed_at', '=', at), eb('id', '<', id)])]),
      );
    }
    const rows = await query.orderBy('proposed_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
    const proposals = rows.map(proposalOf);
    found.push(...proposals.filter((one) => reads(placeOf(one))));
    last = proposals.at(-1);
    if (found.length >= limit || rows.length < limit) return found.slice(0, limit);
  }
}
