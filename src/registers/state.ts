/** In the register as it was found; decided on; taken off. */
export const ENTRY_STATES = ['recorded', 'admitted', 'refused', 'ended'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];
