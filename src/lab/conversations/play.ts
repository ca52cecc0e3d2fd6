import { createAdmissionCounter } from '#app/admission-counter.js';
import type { Assistant } from '#app/assistant.js';
import { createNoticeDesk } from '#app/notice-desk.js';
import { openTurnReader } from '#app/turns.js';
import { citedPlace } from '#catalogue/citation.js';
import { createBot } from '#conversation/bot.js';
import { memoryConversations } from '#conversation/conversations.js';
import { loadIntents } from '#conversation/load-intents.js';
import { silentLog } from '#conversation/log.js';
import type { Block } from '#conversation/message.js';
import { memoryEvents } from '#conversation/processed-events.js';
import { NO_RECORDS } from '#conversation/records.js';
import { readText } from '#documents/text.js';
import { missesOf, type WantedConversation, type WantedTurn } from './set.js';

/** One turn as it went. */
export interface PlayedTurn extends WantedTurn {
  reply: string;
  /** Empty where the turn is right. */
  misses: string[];
}

export interface Played {
  id: string;
  who: string;
  turns: PlayedTurn[];
}

/** Says every conversation to the bot in this process, each from its beginning. @param today YYYY-MM-DD */
export async function play(
  conversations: readonly WantedConversation[],
  assistant: Assistant,
  today: string,
): Promise<Played[]> {
  const bot = createBot({
    desk: {
      kb: assistant.kb,
      decide: (question) => assistant.decide(question),
      today: () => today,
      office: null,
      window: null,
      registers: null,
      admissions: createAdmissionCounter({
        kb: () => assistant.kb,
        screener: () => assistant.screener,
        today: () => today,
        store: null,
      }),
      feedback: { add: async () => undefined },
      notices: createNoticeDesk(() => assistant.screener),
      turns: openTurnReader(),
      keptDays: 180,
      forget: async () => 1,
    },
    intents: await loadIntents(),
    conversations: memoryConversations({ clock: () => 0 }),
    events: memoryEvents({ clock: () => 0 }),
    records: NO_RECORDS,
    log: silentLog,
  });
  const played: Played[] = [];
  for (const { id, who, turns } of conversations) {
    const done: PlayedTurn[] = [];
    for (const [i, turn] of turns.entries()) {
      const { blocks } = await bot.handle({
        eventId: `${id}-${i}`,
        channel: 'measure',
        conversationId: id,
        userId: id,
        text: turn.say,
        attachments: [],
      });
      const reply = (await Promise.all(blocks.map(textOf))).filter((text) => text !== '').join('\n');
      done.push({ ...turn, reply, misses: missesOf(turn, reply) });
    }
    played.push({ id, who, turns: done });
  }
  return played;
}

/** All that a reader sees of a block; the request for feedback says nothing of the matter. */
async function textOf(block: Block): Promise<string> {
  switch (block.type) {
    case 'feedback':
      return '';
    case 'text':
      return block.text;
    case 'verdict':
      return [block.headline, ...block.lines].join('\n');
    case 'citations':
      return [
        ...block.citations.map((one) => `${citedPlace(one)} ${one.region} ${one.quote ?? ''}`),
        block.closing,
      ].join('\n');
    case 'choices':
      return [block.prompt, ...block.choices.map(({ label }, i) => `${i + 1}. ${label}`)].join('\n');
    case 'table':
      return [block.header, ...block.rows].map((row) => row.join('｜')).join('\n');
    case 'file':
      return `文件：${block.name}\n${(await readText(block.bytes, block.name)).text}`;
  }
}
