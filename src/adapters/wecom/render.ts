import type { Reply } from '../../bot/message.js';
import { pack, pieces, utf8Length } from '../../bot/plain-text.js';
import { MOST_BYTES } from '../../channels/weixin/passive.js';

/** A stream message of the robot takes 20,480 bytes of Markdown. */
export const MOST_ROBOT_BYTES = 20_480;

/** Texts under 2,048 bytes, as an application sends them. */
export function render(reply: Reply): readonly string[] {
  return pack(pieces(reply), MOST_BYTES, utf8Length);
}

/** Markdown for the robot, which shows its own buttons for feedback. */
export function renderRobot(reply: Reply): readonly string[] {
  const blocks = reply.blocks.filter(({ type }) => type !== 'feedback');
  return pack(pieces({ blocks }).map(asMarkdown), MOST_ROBOT_BYTES, utf8Length);
}

/** Takes the power out of what a person's own words could make of Markdown: mentions (`<@id>`), HTML and links. */
function asMarkdown(text: string): string {
  return text.replaceAll('<', '〈').replaceAll('](', '］(');
}
