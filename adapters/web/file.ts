import type { HttpResponse } from '#conversation/channel.js';
import type { Entered } from '#server/feed.js';
import type { Turn } from './turn.js';

/** A file of a reply in one's own conversation, to be saved and never shown as a page; null where there is none. */
export function fileResponse(turns: readonly Entered<Turn>[], query: URLSearchParams): HttpResponse | null {
  const turn = turns.find(({ id }) => id === query.get('turn'));
  const block = turn?.entry.reply.blocks[Number(query.get('block'))];
  if (block?.type !== 'file') return null;
  const known = /^[\w.+-]+\/[\w.+-]+$/u.test(block.mediaType);
  return {
    status: 200,
    headers: {
      'content-type': known ? block.mediaType : 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(block.name.toWellFormed())}`,
      'cache-control': 'no-store',
    },
    body: block.bytes,
  };
}
