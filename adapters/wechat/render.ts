import { aroundFiles, type FileBlock } from '#channels/files.js';
import { MOST_BYTES } from '#channels/weixin/passive.js';
import type { Reply } from '#conversation/message.js';
import { pack, pieces, utf8Length } from '#conversation/plain-text.js';

/** Bytes kept free for the mention that Wechaty puts in front of an answer in a room: 32 characters of a name. */
const MENTION = 100;

/** Texts under 2,048 bytes, with room for the mention of who asked; a file is a message of its own. */
export function render(reply: Reply): readonly (string | FileBlock)[] {
  return aroundFiles(reply).flatMap((part): readonly (string | FileBlock)[] =>
    'bytes' in part ? [part] : pack(pieces(part), MOST_BYTES - MENTION, utf8Length),
  );
}
