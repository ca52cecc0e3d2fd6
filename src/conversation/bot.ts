import { createHash, createHmac, randomBytes } from 'node:crypto';
import { textOnly } from './answer-blocks.js';
import { rememberAnswers } from './answer-cache.js';
import type { Bot } from './channel.js';
import { createController } from './controller.js';
import type { Conversations } from './conversations.js';
import type { Desk, Intent, Turn } from './intent.js';
import type { Log } from './log.js';
import type { IncomingMessage, Reply } from './message.js';
import { codeOf, faultReply, firstContact, isPersons, isStores, NOTHING } from './notices.js';
import type { ProcessedEvents } from './processed-events.js';
import type { Records } from './records.js';
import { saidOf } from './said.js';
import { standingOf } from './standing.js';
import { NEW_CONVERSATION } from './state.js';
import { refuseTooLong } from './too-long.js';
import { createTurnQueue } from './turn-queue.js';

export interface BotParts {
  desk: Desk;
  /** In the order in which they are tried; see `loadIntents`. */
  intents: readonly Intent[];
  conversations: Conversations;
  events: ProcessedEvents;
  records: Records;
  /** Runs a turn while no other process of the service runs one of the conversation. Default: there is no other. */
  exclusive?: (<T>(conversation: string, turn: () => Promise<T>) => Promise<T>) | undefined;
  /** Key of the hashes that stand for ids in the log, which may hold a person's account name. Default: one of this bot. */
  logKey?: Uint8Array | undefined;
  log: Log;
}

/** The bot: every channel hands its messages here. */
export function createBot({
  intents,
  conversations,
  events,
  records,
  exclusive = (_conversation, turn) => turn(),
  logKey = randomBytes(32),
  log,
  desk,
}: BotParts): Bot {
  const answering: Desk = {
    ...desk,
    // An office may load a list while the bot runs.
    get kb() {
      return desk.kb;
    },
    decide: rememberAnswers(desk.decide, () => desk.kb.version),
  };
  const controller = createController(intents);
  const queue = createTurnQueue();

  return {
    handle(message) {
      const conversation = keyOf(message.channel, message.conversationId);
      const event = keyOf(message.channel, message.eventId);
      const turn = async () => {
        try {
          if (!(await events.claim(event))) return NOTHING;
          const reply = await takeTurn(message, conversation);
          await events.settle(event);
          return reply;
        } catch (error) {
          report(error, message);
          await closed(event, error);
          return faultReply(error);
        }
      };
      return queue.run(conversation, () => exclusive(conversation, turn));
    },
  };

  async function takeTurn(message: IncomingMessage, conversation: string): Promise<Reply> {
    refuseTooLong(message.text);
    const saved = await conversations.load(conversation);
    const state = saved?.state ?? NEW_CONVERSATION;
    const answerId = answerIdOf(message);
    const said = saidOf(message.text);
    const turn = { message, said, reads: desk.turns(said), state, desk: answering, answerId };
    const { blocks, outcome, dialog } = await controller.run(conversation, turn, saved?.dialog ?? null);
    const person = { channel: message.channel, userId: message.userId };
    if (outcome.record !== undefined) await records.keep(answerId, person, outcome.record);
    // Who answers and what is kept is said once, behind the first answer: before it nobody is helped by it.
    const greets = !state.greeted && message.introduced !== true && outcome.record !== undefined;
    const greeted = state.greeted || greets;
    const next = {
      state: { ...state, deletionAsked: false, awaits: null, wrong: null, ...outcome.state, greeted },
      dialog,
    };
    await conversations.save(conversation, next, person);
    const reminders = (await (desk.reminders ?? desk.window)?.remindersDue(person)) ?? [];
    const told = reminders.length === 0 ? [] : textOnly(reminders.join('\n'));
    return {
      blocks: [...told, ...blocks, ...(greets ? [firstContact(desk.keptDays)] : [])],
      standing: standingOf(message, next.state, outcome.record, answerId),
    };
  }

  /** What the store didn't take may come again at once; of everything else the person has been told. */
  async function closed(event: string, error: unknown): Promise<void> {
    try {
      await (isStores(error) ? events.release(event) : events.settle(event));
    } catch (again) {
      log.error(codeOf(again), { event: hashed(event) });
    }
  }

  function hashed(id: string): string {
    return createHmac('sha256', logKey).update(id).digest('hex').slice(0, HASH_DIGITS);
  }

  function report(error: unknown, { channel, eventId }: IncomingMessage): void {
    const fields = { channel, event: hashed(keyOf(channel, eventId)) };
    if (isPersons(error)) log.info(codeOf(error), fields);
    else log.error(codeOf(error), { ...fields, reason: error instanceof Error ? error.name : typeof error });
  }
}

const HASH_DIGITS = 16;

/** Channels choose their ids by themselves, so each has its own. */
const keyOf = (channel: string, id: string) => `${channel}/${id}`;

/** The same for the same event, so that a turn taken again after a crash is kept once. 128 bits: no two are alike. */
function answerIdOf({ channel, conversationId, eventId }: IncomingMessage): Turn['answerId'] {
  const event = JSON.stringify([channel, conversationId, eventId]);
  return createHash('sha256').update(event).digest('base64url').slice(0, 22);
}
