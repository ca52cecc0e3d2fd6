/** The day on which the scripted conversation takes place. */
export const CONVERSATION_DAY = '2026-06-30';
