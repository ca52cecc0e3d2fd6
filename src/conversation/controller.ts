import { TurnContext } from 'botbuilder-core';
import { Botkit, BotkitConversation, type BotkitHandler, type BotWorker } from 'botkit';
import { activityOf, InProcessAdapter, REPLY, TurnStorage } from './botkit-edge.js';
import type { Intent, Outcome, Turn } from './intent.js';
import type { Block } from './message.js';
import { recognise } from './recognise.js';
import type { Asked } from './state.js';

/** One message run through Botkit: the intent that took it, what it changes, and the dialog it left. */
export interface TurnResult {
  blocks: readonly Block[];
  outcome: Outcome;
  intent: string;
  /** For the next turn; null where no dialog is under way. */
  dialog: unknown;
}

/** Runs one turn of a conversation at a time; several conversations may be under way. */
export interface Controller {
  /** @throws whatever an intent throws */
  run(conversation: string, turn: Omit<Turn, 'asked'>, dialog: unknown): Promise<TurnResult>;
}

/** What one turn carries through Botkit. */
interface Passage {
  turn: Omit<Turn, 'asked'>;
  done: { outcome: Outcome; intent: string } | null;
  error: unknown;
}

const PASSAGE = Symbol('passage');
const ASKING = 'asking';

/** Botkit as the conversation engine: interrupting intents first, then the dialog under way, then all intents. */
export function createController(intents: readonly Intent[]): Controller {
  const storage = new TurnStorage();
  const adapter = new InProcessAdapter();
  const botkit = new Botkit({ adapter, storage, disable_webserver: true, disable_console: true });
  const interrupting = intents.filter(({ interrupts }) => interrupts);

  botkit.interrupts(
    [async (message) => isTaken(interrupting, passageOf(message))],
    'message',
    guarded(async (bot, message, passage) => {
      await bot.cancelAllDialogs();
      await settle(bot, message, passage, null);
    }),
  );

  // The question itself has been sent as a reply, so the prompt is empty; an answer to it, or a fresh question, ends
  // the dialog unless the intent asks again.
  const asking = new BotkitConversation(ASKING, botkit);
  asking.ask(
    { text: [''] },
    async (_response, convo, bot, message) => {
      const { asked } = convo.vars as { asked: Asked };
      const next = await settled(bot, message, asked);
      if (next === undefined) return;
      convo.setVar('asked', next);
      await convo.repeat();
    },
    'answer',
  );
  botkit.addDialog(asking);

  botkit.on(
    'message',
    guarded(async (bot, message, passage) => {
      const asked = await settle(bot, message, passage, null);
      if (asked !== undefined) await bot.beginDialog(ASKING, { asked });
    }),
  );

  async function settle(bot: BotWorker, message: Message, passage: Passage, asked: Asked | null) {
    const turn: Turn = { ...passage.turn, asked };
    const { intent, slots } = recognise(intents, turn);
    const outcome = await intent.handler(slots, turn);
    passage.done = { outcome, intent: intent.id };
    await bot.reply(message, { channelData: { blocks: outcome.blocks } });
    return outcome.asked;
  }

  /** The same inside a dialog, where an error has to be kept from Botkit as well. */
  async function settled(bot: BotWorker, message: Message, asked: Asked): Promise<Asked | undefined> {
    const passage = passageOf(message);
    try {
      return await settle(bot, message, passage, asked);
    } catch (error) {
      passage.error = error;
      return undefined;
    }
  }

  return {
    async run(conversation, turn, dialog) {
      const passage: Passage = { turn, done: null, error: null };
      const reply: Block[] = [];
      const context = new TurnContext(adapter, activityOf(conversation, turn.said, turn.message.eventId));
      context.turnState.set(REPLY, reply);
      context.turnState.set(PASSAGE, passage);
      storage.begin(conversation, dialog);
      let left: unknown = null;
      try {
        await adapter.run(context, (prepared) => botkit.handleTurn(prepared));
      } finally {
        left = storage.end(conversation);
      }
      if (passage.error !== null) throw passage.error;
      if (passage.done === null) throw new Error('no intent was run');
      return { blocks: reply, ...passage.done, dialog: left };
    },
  };
}

type Message = Parameters<BotkitHandler>[1];

const passageOf = (message: Message) => (message.context as TurnContext).turnState.get<Passage>(PASSAGE);

/** Whether one of the intents takes the message; an error is kept from Botkit, which would end the process. */
function isTaken(intents: readonly Intent[], passage: Passage): boolean {
  try {
    return intents.some((intent) => intent.slots({ ...passage.turn, asked: null }) !== null);
  } catch (error) {
    passage.error = error;
    return false;
  }
}

/** A handler that throws leaves Botkit's turn unsettled and ends the process: errors go by way of the passage. */
function guarded(
  handler: (bot: BotWorker, message: Message, passage: Passage) => Promise<void>,
): BotkitHandler {
  return async (bot, message) => {
    const passage = passageOf(message);
    try {
      await handler(bot, message, passage);
    } catch (error) {
      passage.error = error;
    }
  };
}
