import { aroundFiles, type FileBlock } from '#channels/files.js';
import { asWords, MOST_BYTES } from '#channels/weixin/passive.js';
import type { Reply } from '#conversation/message.js';
import { pack, pieces, utf8Length } from '#conversation/plain-text.js';

/** A stream message of the robot takes 20,480 bytes of Markdown. */
export const MOST_ROBOT_BYTES = 20_480;

/** A text, or a file as a message of its own. */
export type Part = string | FileBlock;

/** Texts under 2,048 bytes and files, as an application sends them. */
export function render(reply: Reply): readonly Part[] {
  return aroundFiles(reply).flatMap((part): readonly Part[] =>
    'bytes' in part ? [part] : pack(pieces(part).map(asWords), MOST_BYTES, utf8Length),
  );
}

/** Markdown for the robot, which shows its own buttons for feedback, and files. */
export function renderRobot(reply: Reply): readonly Part[] {
  const blocks = reply.blocks.filter(({ type }) => type !== 'feedback');
  return aroundFiles({ blocks }).flatMap((part): readonly Part[] =>
    'bytes' in part ? [part] : pack(pieces(part).map(asMarkdown), MOST_ROBOT_BYTES, utf8Length),
  );
}

/** Takes the power out of what words could make of Markdown: mentions (`<@id>`), HTML, links, bold, code. */
function asMarkdown(text: string): string {
  return text.replaceAll('<', '〈').replaceAll('](', '］(').replaceAll('*', '＊').replaceAll('`', '｀');
}
