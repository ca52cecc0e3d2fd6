import type { Siblings } from '#cluster/index.js';
import type { Entered, Feed } from './feed.js';

/** A feed of which every process of a service has a copy. */
export interface SharedFeed<Entry> extends Feed<Entry> {
  /** Resolves once the other processes have what was appended or forgotten here. */
  shared(): Promise<void>;
  /** Fetches what other processes have of a conversation that this one, begun after them, doesn't know from its start. */
  recall(conversation: string): Promise<void>;
}

type Told<Entry> =
  | { type: 'entered'; conversation: string; entered: Entered<Entry>; isFirst: boolean }
  | { type: 'forgotten'; conversation: string };

/** Conversations remembered as known from their start; of others it is asked again, which costs a millisecond. */
const MOST_WHOLE = 20_000;

/** @param name tells this feed from others of the service */
export function shareFeed<Entry>(feed: Feed<Entry>, siblings: Siblings, name: string): SharedFeed<Entry> {
  const topic = `feed ${name}`;
  /** Known from their start, in the order of last use. */
  const whole = new Set<string>();
  let telling: Promise<void> = Promise.resolve();

  const isWhole = (conversation: string) => {
    whole.delete(conversation);
    whole.add(conversation);
    for (const oldest of whole) {
      if (whole.size <= MOST_WHOLE) return;
      whole.delete(oldest);
    }
  };
  const tell = (told: Told<Entry>) => {
    if (siblings.count > 1) telling = siblings.tell(topic, told);
  };

  siblings.hear(topic, (data) => {
    const told = data as Told<Entry>;
    const { conversation } = told;
    if (told.type === 'forgotten') return feed.forget(conversation);
    if (told.isFirst) isWhole(conversation);
    feed.insert(conversation, told.entered);
  });
  siblings.answer(topic, (conversation) => feed.after(String(conversation)));

  return {
    ...feed,
    append(conversation, entry) {
      const entered = feed.append(conversation, entry);
      const isFirst = whole.has(conversation) && feed.after(conversation).length === 1;
      tell({ type: 'entered', conversation, entered, isFirst });
      return entered;
    },
    forget(conversation) {
      feed.forget(conversation);
      tell({ type: 'forgotten', conversation });
    },
    shared: () => telling,
    async recall(conversation) {
      if (siblings.count === 1 || whole.has(conversation)) return isWhole(conversation);
      const copies = (await siblings.ask('others', topic, conversation)) as readonly Entered<Entry>[][];
      const longest = [...copies].sort((a, b) => b.length - a.length)[0] ?? [];
      isWhole(conversation);
      const own = feed.after(conversation);
      if (longest.length <= own.length) return;
      // In their order: what this process has already comes again at its place.
      feed.forget(conversation);
      const known = new Set(longest.map(({ id }) => id));
      for (const entered of [...longest, ...own.filter(({ id }) => !known.has(id))])
        feed.insert(conversation, entered);
    },
  };
}
