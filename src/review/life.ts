import { z } from 'zod';
import { QingdanError } from '#errors.js';
import type { Proposal, ProposalState, Who } from './proposal.js';
import { STATE_NAMES } from './said.js';

const reason = z.string().trim().min(2).max(500);
/** What may be done to a proposal. */
export const proposalEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('accept'), reason: reason.optional() }),
  z.strictObject({ type: z.literal('reject'), reason }),
  z.strictObject({ type: z.literal('withdraw'), reason: reason.optional() }),
  z.strictObject({ type: z.literal('revoke'), reason }),
]);
export type ProposalEvent = z.infer<typeof proposalEventSchema>;

/** From which state each event leads where; what changes answers is decided, taking back one's own isn't. */
export const EVENTS = {
  accept: { from: 'proposed', to: 'accepted', right: 'decide' },
  reject: { from: 'proposed', to: 'rejected', right: 'decide' },
  withdraw: { from: 'proposed', to: 'withdrawn', right: 'create' },
  revoke: { from: 'accepted', to: 'revoked', right: 'decide' },
} as const satisfies Record<
  ProposalEvent['type'],
  { from: ProposalState; to: ProposalState; right: 'decide' | 'create' }
>;

/**
 * The proposal after an event.
 * @param alone whether whoever acts works alone, where there is no second person who could decide
 * @throws QingdanError QD-STATE where its state doesn't allow that or it wasn't tried, QD-FORBIDDEN where the one who
 * proposed would accept, or another than they would withdraw
 */
export function changed(
  proposal: Proposal,
  event: ProposalEvent,
  { who, at, alone }: { who: Who; at: string; alone: boolean },
): Proposal {
  const { from, to } = EVENTS[event.type];
  if (proposal.state !== from) {
    throw new QingdanError(
      'QD-STATE',
      `提案 ${proposal.id} ${STATE_NAMES[proposal.state]}，只有${STATE_NAMES[from]}的才能这样办`,
    );
  }
  const isOwn = proposal.proposedBy.id === who.id;
  if (event.type === 'accept' && isOwn && !alone) {
    throw new QingdanError('QD-FORBIDDEN', `提案 ${proposal.id} 是「${who.name}」自己提的，要由另一个人接受`);
  }
  if (event.type === 'withdraw' && !isOwn) {
    throw new QingdanError(
      'QD-FORBIDDEN',
      `提案 ${proposal.id} 是「${proposal.proposedBy.name}」提的，只能由本人撤回`,
    );
  }
  if (event.type === 'accept' && proposal.trial === null) {
    throw new QingdanError('QD-STATE', `提案 ${proposal.id} 还没有试答，请先试答，看看哪些回答会变`);
  }
  return { ...proposal, state: to, decidedBy: who, decidedAt: at, reason: event.reason ?? null };
}
