import type { Person } from './records.js';
import type { ConversationState } from './state.js';

/** A conversation between two of its turns; plain data. */
export interface SavedConversation {
  state: ConversationState;
  /** Botkit's own state of the dialog under way; null where none is. */
  dialog: unknown;
}

/** Where conversations are kept. One that has been idle for too long is gone. */
export interface Conversations {
  load(id: string): Promise<SavedConversation | undefined>;
  /** `person` is whose conversation it is. */
  save(id: string, conversation: SavedConversation, person: Person): Promise<void>;
  forget(id: string): Promise<void>;
}

export interface MemoryConversationsOptions {
  /** Milliseconds since 1970. */
  clock: () => number;
  /** Milliseconds without a message after which a conversation is forgotten. Default: 30 minutes. */
  idle?: number;
  /** Conversations kept; beyond it the longest idle one is forgotten. Default: 20,000, about 20 MB. */
  most?: number;
}

/** Half an hour: long enough to fetch a paper, short enough that a shared screen forgets. */
export const IDLE = 30 * 60_000;

/** Conversations in memory. Kept as JSON: smaller than objects, and nobody can change one that has been saved. */
export function memoryConversations(options: MemoryConversationsOptions): Conversations {
  const { clock, idle = IDLE, most = 20_000 } = options;
  // A Map keeps the order of insertion, and every save inserts anew: the longest idle stand first.
  const kept = new Map<string, { json: string; at: number }>();

  const forgetIdle = (now: number) => {
    for (const [id, { at }] of kept) {
      if (now - at < idle && kept.size <= most) return;
      kept.delete(id);
    }
  };

  return {
    async load(id) {
      forgetIdle(clock());
      const entry = kept.get(id);
      return entry === undefined ? undefined : (JSON.parse(entry.json) as SavedConversation);
    },
    async save(id, conversation) {
      const now = clock();
      kept.delete(id);
      kept.set(id, { json: JSON.stringify(conversation), at: now });
      forgetIdle(now);
    },
    async forget(id) {
      kept.delete(id);
    },
  };
}
