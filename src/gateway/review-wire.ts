import type { z } from 'zod';
import { may } from '#access/actor.js';
import type { Actor } from '#access/roles.js';
import type { ReviewDesk } from '#app/review-desk.js';
import { matterNamed } from '#app/review-matters.js';
import type { MatterLibrary } from '#catalogue/matters/load.js';
import { EVENTS, matterOf, type Proposal, type ProposalEvent, type ReviewedGroup } from '#review/index.js';
import { kbOf, type RoomsDesk } from './desk.js';
import type { groupSchema, proposalSchema } from './review-schema.js';

/** Questions of a group that are given. */
const IN_LIST = 3;
const MOST = 500;

export function groupToWire(
  { id, state, counts, newest, questions, proposals }: ReviewedGroup,
  whole = false,
): z.input<typeof groupSchema> {
  return {
    id,
    state,
    count: questions.length,
    counts,
    newest,
    questions: questions.slice(0, whole ? MOST : IN_LIST).map((one) => ({ ...one, said: [...one.said] })),
    proposals: [...proposals],
  };
}

/** What goes with a proposal besides what is kept of it. */
export interface ProposalContext {
  desk: RoomsDesk;
  review: ReviewDesk;
  shipped: MatterLibrary;
  actor: Actor;
  failed: string | null;
}

export function proposalToWire(
  proposal: Proposal,
  { desk, review, shipped, actor, failed }: ProposalContext,
): z.input<typeof proposalSchema> {
  const { region, aim, questions, trial, department: _, ...same } = proposal;
  const kb = kbOf(desk);
  const name = aim.type === 'matter' ? aim.matter.name : matterNamed(kb, shipped, aim.matter)?.name;
  return {
    ...same,
    region,
    regionName: kb.regions.all.find(({ code }) => code === region)?.name ?? region,
    aim,
    matterName: name ?? matterOf(proposal),
    wordings: [...same.wordings],
    questions: questions.length,
    trial: trial as z.input<typeof proposalSchema>['trial'],
    fresh: review.isFresh(proposal),
    trying: review.progress(proposal.id),
    failed,
    may: mayOf(proposal, actor),
  };
}

/** What the table of rights and the state let an actor do; whether they may for everybody is asked when they do it. */
function mayOf(proposal: Proposal, actor: Actor): Record<ProposalEvent['type'], boolean> {
  const { region, department, proposedBy, state } = proposal;
  const place = { region, department, owner: proposedBy.id };
  const isOwn = proposedBy.id === actor.id;
  const can = (type: ProposalEvent['type']) =>
    state === EVENTS[type].from && may(actor, EVENTS[type].right, 'review', place);
  return {
    accept: can('accept') && !isOwn,
    reject: can('reject'),
    withdraw: can('withdraw') && isOwn,
    revoke: can('revoke'),
  };
}
