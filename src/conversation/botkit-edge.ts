import {
  type Activity,
  BotAdapter,
  type ResourceResponse,
  type Storage,
  type StoreItems,
  type TurnContext,
} from 'botbuilder-core';
import type { Block } from './message.js';

/** Where the adapter puts what a turn replies. */
export const REPLY = Symbol('reply');

/** Takes the blocks of a turn's replies out of Botkit's activities; nothing leaves the process here. */
export class InProcessAdapter extends BotAdapter {
  /** Botkit registers an adapter as a plugin under this name. */
  readonly name = 'in-process';

  /** One turn; `work` gets the context that Botkit expects. */
  run(context: TurnContext, work: (context: TurnContext) => Promise<void>): Promise<void> {
    return this.runMiddleware(context, work);
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const reply = context.turnState.get<Block[]>(REPLY);
    for (const activity of activities) {
      // The prompt of a dialog is an activity without blocks: its question has been sent as a reply before.
      const { blocks } = (activity.channelData ?? {}) as { blocks?: readonly Block[] };
      if (blocks !== undefined) reply.push(...blocks);
    }
    return activities.map(({ id = '' }) => ({ id }));
  }

  override updateActivity(): Promise<undefined> {
    return Promise.reject(new Error('a reply can’t be changed once it has been given'));
  }

  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error('a reply can’t be taken back once it has been given'));
  }

  override continueConversation(): Promise<void> {
    return Promise.reject(new Error('the bot speaks only when it is spoken to'));
  }
}

/**
 * The storage that Botkit sees: the state of the turns under way and nothing else. Each turn is loaded before Botkit and
 * saved after it, because an error in Botkit's own saving is an unhandled rejection that ends the process.
 */
export class TurnStorage implements Storage {
  readonly #turns = new Map<string, unknown>();

  begin(conversation: string, dialog: unknown): void {
    if (dialog !== null) this.#turns.set(botkitKey(conversation), dialog);
  }

  /** The state that Botkit left; null where no dialog is under way. */
  end(conversation: string): unknown {
    const key = botkitKey(conversation);
    const state = this.#turns.get(key);
    this.#turns.delete(key);
    return hasDialog(state) ? state : null;
  }

  async read(keys: string[]): Promise<StoreItems> {
    return Object.fromEntries(
      keys.flatMap((key) => (this.#turns.has(key) ? [[key, this.#turns.get(key)]] : [])),
    );
  }

  async write(changes: StoreItems): Promise<void> {
    for (const [key, item] of Object.entries(changes)) this.#turns.set(key, item);
  }

  async delete(keys: string[]): Promise<void> {
    for (const key of keys) this.#turns.delete(key);
  }
}

function hasDialog(state: unknown): boolean {
  const { dialogState } = (state ?? {}) as { dialogState?: { dialogStack?: unknown[] } };
  return (dialogState?.dialogStack?.length ?? 0) > 0;
}

/** Botkit's name for the state of the activity below; 4.15.0 puts channel, conversation and person together. */
const botkitKey = (conversation: string) => `bot/conversations/${conversation}-person/`;

/** A message as the activity that Botkit reads. */
export function activityOf(conversation: string, text: string, id: string): Partial<Activity> {
  return {
    type: 'message',
    id,
    text,
    channelId: 'bot',
    serviceUrl: '',
    conversation: { id: conversation } as Activity['conversation'],
    from: { id: 'person', name: '' },
    recipient: { id: 'bot', name: '' },
  };
}
