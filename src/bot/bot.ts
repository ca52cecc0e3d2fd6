import type { Desk, Intent, Turn } from '../intents/support/intent.js';
import { saidOf } from '../intents/support/said.js';
import { NEW_CONVERSATION } from '../intents/support/state.js';
import { rememberAnswers } from './answer-cache.js';
import type { Bot } from './channel.js';
import { createController } from './controller.js';
import type { Conversations } from './conversations.js';
import type { Log } from './log.js';
import type { IncomingMessage, Reply } from './message.js';
import { codeOf, FIRST_CONTACT, faultReply, isPersons, NOTHING } from './notices.js';
import type { ProcessedEvents } from './processed-events.js';
import { createTurnQueue } from './turn-queue.js';

export interface BotParts {
  desk: Desk;
  /** In the order in which they are tried; see `loadIntents`. */
  intents: readonly Intent[];
  conversations: Conversations;
  events: ProcessedEvents;
  log: Log;
}

/** The bot: every channel hands its messages here. */
export function createBot({ intents, conversations, events, log, ...parts }: BotParts): Bot {
  const desk: Desk = { ...parts.desk, decide: rememberAnswers(parts.desk.decide) };
  const controller = createController(intents);
  const queue = createTurnQueue();

  return {
    handle(message) {
      const conversation = keyOf(message.channel, message.conversationId);
      return queue.run(conversation, async () => {
        try {
          if (!(await events.claim(keyOf(message.channel, message.eventId)))) return NOTHING;
          return await takeTurn(message, conversation);
        } catch (error) {
          report(error, message);
          return faultReply(error);
        }
      });
    },
  };

  async function takeTurn(message: IncomingMessage, conversation: string): Promise<Reply> {
    const saved = await conversations.load(conversation);
    const state = saved?.state ?? NEW_CONVERSATION;
    const turn: Omit<Turn, 'asked'> = { message, said: saidOf(message.text), state, desk };
    const { blocks, outcome, dialog } = await controller.run(conversation, turn, saved?.dialog ?? null);
    await conversations.save(conversation, { state: { ...state, ...outcome.state, greeted: true }, dialog });
    return { blocks: state.greeted ? blocks : [FIRST_CONTACT, ...blocks] };
  }

  function report(error: unknown, { channel, eventId }: IncomingMessage): void {
    const fields = { channel, eventId };
    if (isPersons(error)) log.info(codeOf(error), fields);
    else log.error(codeOf(error), { ...fields, reason: error instanceof Error ? error.name : typeof error });
  }
}

/** Channels choose their ids by themselves, so each has its own. */
const keyOf = (channel: string, id: string) => `${channel}/${id}`;
