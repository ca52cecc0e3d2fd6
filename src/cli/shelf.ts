import type { SharedAnswer, Shelf } from '#conversation/channel.js';
import type { Storage } from '#storage/ports.js';

/** Where answers are kept that people pass on. */
export const shelfOn = ({ sharedPages }: Pick<Storage, 'sharedPages'>): Shelf => ({
  keep: (answer) => sharedPages.keep(answer),
  // What is found is what was kept: its hash was checked.
  find: async (id) => (await sharedPages.find(id)) as SharedAnswer | null,
});
