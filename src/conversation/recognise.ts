import type { Intent, Turn } from './intent.js';

/** The intent that takes a message, with what the message says for it. */
export interface Recognised {
  intent: Intent;
  slots: unknown;
}

/** The first intent, in their order, that takes the message. `ask` takes whatever is left. */
export function recognise(intents: readonly Intent[], turn: Turn): Recognised {
  for (const intent of intents) {
    const slots = intent.slots(turn);
    if (slots !== null) return { intent, slots };
  }
  throw new Error('no intent takes the message: one has to take whatever is left');
}
