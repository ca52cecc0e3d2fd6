import type { Additions } from '#catalogue/matters/additions.js';
import { canonicalJson, sha256 } from '#text/canonical.js';
import { matterOf, type Proposal } from './proposal.js';

/** What proposals add to the library. The same wording of one matter counts once, a matter's latest description holds. */
export function additionsBy(proposals: readonly Pick<Proposal, 'aim' | 'wordings'>[]): Additions {
  const matters = new Map(
    proposals.flatMap(({ aim }) => (aim.type === 'matter' ? [[aim.matter.id, aim.matter] as const] : [])),
  );
  const wordings = new Map(
    proposals.flatMap((one) =>
      one.wordings.map((text) => [`${matterOf(one)}\t${text}`, { matter: matterOf(one), text }] as const),
    ),
  );
  return { matters: [...matters.values()], wordings: [...wordings.values()] };
}

/** What holds together with one proposal more. */
export function withProposal(held: Additions, proposal: Pick<Proposal, 'aim' | 'wordings'>): Additions {
  const more = additionsBy([proposal]);
  const ids = new Set(more.matters.map(({ id }) => id));
  return {
    matters: [...held.matters.filter(({ id }) => !ids.has(id)), ...more.matters],
    wordings: [...held.wordings, ...more.wordings],
  };
}

/** Tells any two states of what an office has added apart. */
export const additionsHash = (additions: Additions): string => sha256(canonicalJson(additions)).slice(0, 16);
