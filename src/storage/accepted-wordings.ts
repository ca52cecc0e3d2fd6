import type { Kysely } from 'kysely';
import type { Additions } from '#catalogue/matters/additions.js';
import { additionsBy, type Proposal } from '#review/index.js';
import { canonicalJson, sha256 } from '#text/canonical.js';
import type { Tables } from './schema.js';

/** The proposals that hold, the earliest first. */
async function acceptedProposals(db: Kysely<Tables>): Promise<Proposal[]> {
  const rows = await db
    .selectFrom('review_proposal')
    .select('body')
    .where('state', '=', 'accepted')
    .orderBy('proposed_at')
    .orderBy('id')
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as Proposal);
}

/** What holds now, to be compared with what the audit log says of it. */
export const acceptedWordings = async (db: Kysely<Tables>) =>
  (await acceptedProposals(db)).map((proposal) => ({ id: proposal.id, hash: wordingsHash(proposal) }));

/** What of a proposal changes answers, as the audit log vouches for it. */
export const wordingsHash = ({ aim, wordings }: Pick<Proposal, 'aim' | 'wordings'>): string =>
  sha256(canonicalJson({ aim, wordings }));

export const additionsOf = async (db: Kysely<Tables>): Promise<Additions> =>
  additionsBy(await acceptedProposals(db));
