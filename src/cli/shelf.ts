import type { SharedAnswer, Shelf } from '#conversation/channel.js';
import type { Storage } from '#storage/ports.js';

/** Where answers are kept that people pass on. @param now ISO 8601 in UTC */
export const shelfOn = ({ sharedPages }: Pick<Storage, 'sharedPages'>, now: () => string): Shelf => ({
  keep: (answer) => sharedPages.keep(answer, now()),
  // What is found is what was kept: its hash was checked.
  find: async (id) => (await sharedPages.find(id)) as SharedAnswer | null,
});
