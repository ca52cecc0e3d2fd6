import type { Turn } from './intent.js';

/** Characters kept; a notice isn't a reason. */
const LONGEST = 300;

/**
 * Keeps what is said right after 不对 along with that judgement, for whoever reviews the answer: a fact that was missed, or
 * what was meant. Nothing where the message before called nothing wrong.
 */
export async function keepSaidAfter({ state, message, desk }: Turn, said: string): Promise<void> {
  const { wrong: answerId = null } = state;
  if (answerId === null) return;
  const { channel, userId } = message;
  const comment = said.trim().slice(0, LONGEST);
  await desk.feedback.add({ answerId, useful: false, comment, person: { channel, userId } });
}
