import type { Person, Storage } from './ports.js';

export interface BotMemoryOptions {
  /** Milliseconds since 1970. */
  clock: () => number;
  /** Milliseconds without a message after which a conversation is forgotten. */
  idle: number;
}

/**
 * The store as the bot's memory: what it asks of its events and conversations, with the same names as its memory of its
 * own, under ids that already name their channel.
 */
export function createBotMemory<Saved>(
  { events, conversations }: Pick<Storage, 'events' | 'conversations'>,
  { clock, idle }: BotMemoryOptions,
) {
  const now = () => new Date(clock()).toISOString();
  return {
    events: {
      /** True for the first call with this id, false for every later one, also after a restart. */
      claim: (id: string): Promise<boolean> => events.take('bot', id, now()),
    },
    conversations: {
      load: async (id: string): Promise<Saved | undefined> =>
        ((await conversations.load(id, now())) as Saved | null) ?? undefined,
      save: (id: string, conversation: Saved, person?: Person): Promise<void> =>
        conversations.save(id, conversation, {
          at: now(),
          expiresAt: new Date(clock() + idle).toISOString(),
          person,
        }),
      forget: (id: string): Promise<void> => conversations.forget(id),
    },
  };
}
