import { describe, expect, it } from 'vitest';
import { unrepeated } from '#adapters/web/render.js';
import { voiceOf } from '#answer/index.js';
import { citedTitle } from '#catalogue/citation.js';
import type { Block, Reply } from '#conversation/message.js';
import { firstContact } from '#conversation/notices.js';
import { toWire, type WireReply } from '#server/api/message-schema.js';
import { CONVERSATION } from '../../conversation/conversation.js';
import { message, withoutIds } from '../../conversation/parts.js';
import { realBot, realDesk } from '../../conversation/real-parts.js';
import { openServer } from '../../server/support/server.js';
import { openSite, readText, repliesOn } from './support/site.js';

/** The replies of the bot itself. */
async function repliesOfBot(): Promise<Reply[]> {
  const bot = await realBot();
  const replies: Reply[] = [];
  for (const { say } of CONVERSATION) replies.push(await bot.handle(message(say)));
  return replies;
}

describe('the scripted conversation', () => {
  it('has the same replies on the chat page, every word of them', async () => {
    const expected = await repliesOfBot();
    // The page says above the first question who answers and what is kept.
    const introduction = wordsOfBlock(firstContact(realDesk().keptDays));
    const site = await openSite({ bot: await realBot() });
    const browser = site.browser();
    await browser.open();
    for (const { say } of CONVERSATION) await browser.post({ text: say });
    const shown = repliesOn((await browser.open()).body).map(condensed);
    // The page keeps the last hundred turns.
    expect(shown).toHaveLength(Math.min(expected.length, 100));
    expected.slice(-shown.length).forEach((reply, turn) => {
      const said = wordsOf(reply).filter((words) => !introduction.includes(words));
      for (const words of said) expect(shown[turn]).toContain(condensed(words));
    });
  });

  it('has the same replies over the API, block by block', async () => {
    const expected = await repliesOfBot();
    const app = await openServer({ bot: await realBot() });
    const replies: WireReply[] = [];
    for (const { say: text } of CONVERSATION) {
      const payload = { text, conversationId: 'scripted' };
      const response = await app.inject({ method: 'POST', url: '/api/v1/messages', payload });
      replies.push(...response.json().replies);
    }
    expect(replies.map(({ text }) => text)).toEqual(expected.map((reply) => toWire(reply).text));
    expect(replies.map(withoutIds)).toEqual(expected.map(toWire).map(withoutIds));
  });
});

const condensed = (text: string): string => readText(text).replace(/\s/gu, '');

/** Everything that a reply says. */
const wordsOf = ({ blocks }: Reply): string[] => blocks.flatMap(wordsOfBlock);

function wordsOfBlock(block: Block): string[] {
  switch (block.type) {
    case 'text':
      return block.text.split('\n');
    case 'verdict': {
      // The badge says the verdict; the headline goes on from there.
      const { label } = voiceOf(block.verdict);
      return [label, unrepeated(block.headline, label), ...block.lines];
    }
    case 'citations': {
      const cited = block.citations.flatMap(({ title, borne, number, locator }) => [
        citedTitle({ title, borne }).replace(/[《》]/gu, ''),
        number ?? '',
        locator,
      ]);
      return [...cited, block.closing];
    }
    case 'choices':
      return [block.prompt, ...block.choices.map(({ label }) => label)];
    case 'table':
      return [...block.header, ...block.rows.flat()];
    case 'file':
      return [block.name];
    case 'feedback':
      return [];
  }
}
