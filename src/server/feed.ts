/** An entry of a feed with the id under which it can be asked for again. */
export interface Entered<Entry> {
  readonly id: string;
  readonly entry: Entry;
}

/** What was said in each conversation, kept for a while: for a page that is opened again and for live streams. */
export interface Feed<Entry> {
  append(conversation: string, entry: Entry): Entered<Entry>;
  /** Adds what was appended elsewhere; what is there already changes nothing. */
  insert(conversation: string, entered: Entered<Entry>): void;
  /** Entries that follow the one with this id, oldest first; all that are kept when the id is unknown or left out. */
  after(conversation: string, id?: string): readonly Entered<Entry>[];
  /** Calls back for every entry from now on; the result ends that. */
  subscribe(conversation: string, listener: (entered: Entered<Entry>) => void): () => void;
  forget(conversation: string): void;
}

export interface FeedOptions<Entry = unknown> {
  /** Milliseconds since 1970. */
  clock: () => number;
  newId: () => string;
  /** Milliseconds without a new entry after which a conversation is forgotten. Default: 30 minutes. */
  idle?: number;
  /** Entries kept of one conversation. Default: 100. */
  mostOfOne?: number;
  /** Entries kept in all; the conversation idle for longest goes first. Default: 4,000, some 20 MB of answers. */
  most?: number;
  /** Bytes of the files in an entry. Default: 0. */
  weigh?: (entry: Entry) => number;
  /** Bytes kept in all by `weigh`; the conversation idle for longest goes first. Default: 200 MB. */
  mostBytes?: number;
}

interface Conversation<Entry> {
  entries: Entered<Entry>[];
  bytes: number;
  lastUsed: number;
}

/** A feed in the memory of this process. */
export function createFeed<Entry>(options: FeedOptions<Entry>): Feed<Entry> {
  const { clock, newId, idle = 30 * 60_000, mostOfOne = 100, most = 4_000 } = options;
  const { weigh = () => 0, mostBytes = 200_000_000 } = options;
  /** In the order of last use: the first is idle for longest. */
  const conversations = new Map<string, Conversation<Entry>>();
  const listeners = new Map<string, Set<(entered: Entered<Entry>) => void>>();
  let total = 0;
  let bytes = 0;

  const forget = (conversation: string) => {
    const kept = conversations.get(conversation);
    if (kept === undefined) return;
    total -= kept.entries.length;
    bytes -= kept.bytes;
    conversations.delete(conversation);
  };

  const count = (kept: Conversation<Entry>, more: number) => {
    kept.bytes += more;
    bytes += more;
  };

  const makeRoom = () => {
    for (const [name, { lastUsed }] of conversations) {
      if (total <= most && bytes <= mostBytes && clock() - lastUsed < idle) return;
      forget(name);
    }
  };

  const insert = (conversation: string, entered: Entered<Entry>) => {
    const kept = conversations.get(conversation) ?? { entries: [], bytes: 0, lastUsed: 0 };
    if (kept.entries.some(({ id }) => id === entered.id)) return;
    kept.entries.push(entered);
    total++;
    count(kept, weigh(entered.entry));
    if (kept.entries.length > mostOfOne) {
      const [oldest] = kept.entries.splice(0, 1) as [Entered<Entry>];
      total--;
      count(kept, -weigh(oldest.entry));
    }
    kept.lastUsed = clock();
    conversations.delete(conversation);
    conversations.set(conversation, kept);
    makeRoom();
    for (const listener of listeners.get(conversation) ?? []) listener(entered);
  };

  return {
    append(conversation, entry) {
      const entered = { id: newId(), entry };
      insert(conversation, entered);
      return entered;
    },

    insert,

    after(conversation, id) {
      makeRoom();
      const kept = conversations.get(conversation);
      if (kept === undefined) return [];
      return kept.entries.slice(kept.entries.findIndex((entered) => entered.id === id) + 1);
    },

    subscribe(conversation, listener) {
      const own = listeners.get(conversation) ?? new Set();
      listeners.set(conversation, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(conversation);
      };
    },

    forget,
  };
}
