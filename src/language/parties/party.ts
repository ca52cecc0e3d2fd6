import type { Span } from '../span.js';

/** Who is told to act. `everyone`: whoever a text is addressed to (各单位). */
export const PARTIES = ['committee', 'others', 'residents', 'everyone'] as const;
export type Party = (typeof PARTIES)[number];

/** The two kinds of committee: of a town's residents and of a village. */
export type Settlement = 'urban' | 'village';

/** Somebody whom a text names. */
export interface PartyMention extends Span {
  readonly party: Party;
}
