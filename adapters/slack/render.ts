import type { types } from '@slack/bolt';
import { aroundFiles, type FileBlock } from '#channels/files.js';
import type { Block, Reply } from '#conversation/message.js';
import { pack, pieces } from '#conversation/plain-text.js';

/** One message: Block Kit, and the same as text for notifications and screen readers. */
export interface SlackMessage {
  text: string;
  blocks: types.KnownBlock[];
}

// Limits of Block Kit, in characters and blocks.
const SECTION = 3000;
const BUTTON = 75;
const BLOCKS = 50;
/** Text of all blocks of a message together; Slack refuses longer ones as msg_blocks_too_long. */
export const MOST_CHARACTERS = 12_000;

/** Ids of buttons start with this. */
export const ACTION = 'qingdan:';

/** What is sent one after the other: a message, or a file as a message of its own. */
export type SlackPart = SlackMessage | FileBlock;

export const isFile = (part: SlackPart): part is FileBlock => 'bytes' in part;

/** Messages of at most 50 blocks, a citation whole in one section; files stand where the reply has them. */
export function render(reply: Reply): readonly SlackPart[] {
  return aroundFiles(reply).flatMap((part): SlackPart[] => ('bytes' in part ? [part] : messagesOf(part)));
}

/** A message of a few words. */
export function textMessage(...lines: readonly string[]): SlackMessage {
  const blocks = sections(lines);
  return { text: wordsOf(blocks), blocks };
}

function messagesOf(reply: Reply): SlackMessage[] {
  const messages: SlackMessage[] = [];
  let open: types.KnownBlock[] = [];
  let length = 0;
  const close = () => {
    if (open.length > 0) messages.push({ text: wordsOf(open).slice(0, SECTION), blocks: open });
    open = [];
    length = 0;
  };
  for (const block of reply.blocks.flatMap(kitBlocks)) {
    const more = wordsOf([block]).length;
    if (open.length === BLOCKS || length + more > MOST_CHARACTERS) close();
    open.push(block);
    length += more;
  }
  close();
  return messages;
}

function kitBlocks(block: Block): types.KnownBlock[] {
  switch (block.type) {
    case 'verdict':
      return [...headline(block.headline), ...sections(block.lines)];
    case 'choices':
      return [...sections(pieces({ blocks: [block] })), actions(block.choices.map(choiceButton))];
    case 'feedback':
      return [
        actions([
          feedbackButton('有用', 'useful', block.answerId),
          feedbackButton('不对', 'wrong', block.answerId),
        ]),
      ];
    default:
      return sections(pieces({ blocks: [block] }));
  }
}

/** Plain text: names, quotes and addresses are shown as they stand, whatever marks they hold. */
const sections = (lines: readonly string[]): types.SectionBlock[] =>
  pack(lines, SECTION).map((text) => ({ type: 'section', text: { type: 'plain_text', text, emoji: false } }));

/** In bold, which only Slack's markup gives; marks of its own in the words are taken out of it. */
const headline = (words: string): types.SectionBlock[] =>
  pack([escaped(words)], SECTION - 2).map((text) => ({
    type: 'section',
    text: { type: 'mrkdwn', text: `*${text}*`, verbatim: true },
  }));

const actions = (elements: types.Button[]): types.ActionsBlock => ({ type: 'actions', elements });

const choiceButton = ({ id, label }: { id: string; label: string }, i: number): types.Button => ({
  type: 'button',
  action_id: `${ACTION}choice:${i}`,
  text: { type: 'plain_text', text: shortened(`${i + 1}. ${label}`), emoji: false },
  value: JSON.stringify({ id, label }),
});

const feedbackButton = (label: string, meaning: 'useful' | 'wrong', answerId: string): types.Button => ({
  type: 'button',
  action_id: `${ACTION}feedback:${meaning}`,
  text: { type: 'plain_text', text: label, emoji: false },
  value: JSON.stringify({ id: `feedback:${answerId}:${meaning}`, label }),
});

const shortened = (text: string) =>
  text.length <= BUTTON ? text : `${[...text].slice(0, BUTTON - 2).join('')}…`.slice(0, BUTTON);

const LOOK_ALIKE: Readonly<Record<string, string>> = { '*': '＊', _: '＿', '~': '～', '`': '｀' };

/**
 * Slack's three control characters, without which nobody's words become a link or a call to everyone, and its marks for
 * bold and the like, which it knows no way to escape.
 */
const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[*_~`]/gu, (mark) => LOOK_ALIKE[mark] ?? mark);

/** All that is read in the blocks but their buttons. */
function wordsOf(blocks: readonly types.KnownBlock[]): string {
  return blocks
    .flatMap((block) => {
      if (block.type !== 'section' || !block.text) return [];
      // The text of a message is markup, also where its blocks aren't.
      return [block.text.type === 'mrkdwn' ? block.text.text : escaped(block.text.text)];
    })
    .join('\n');
}
