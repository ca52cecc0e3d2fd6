import type { Answer } from '#answer/index.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { Question } from '#ruling/index.js';
import type { AdmissionCounter } from './admission-counter.js';
import type { Block, IncomingMessage } from './message.js';
import type { JudgedNotice, NoticeDesk } from './notice-desk.js';
import type { RegisterDesk } from './register-desk.js';
import type { ReminderDesk } from './reminder-desk.js';
import type { Asked, ConversationState } from './state.js';
import type { TurnReader, TurnReading } from './turns/reader.js';
import type { WindowDesk } from './window-desk.js';

/** The office that people are handed to, from the configuration. */
export interface Office {
  name: string;
  phone: string;
  hours: string;
}

/** 有用 or 不对 about one answer; a later one about the same answer replaces it. */
export interface FeedbackEntry {
  answerId: string;
  useful: boolean;
  /** What the person said after 不对; masked where it is kept. */
  comment?: string | undefined;
  person: { channel: string; userId: string };
}

export interface FeedbackBook {
  /** @throws QingdanError QD-ID for an answer that isn't kept, or no longer */
  add(entry: FeedbackEntry): Promise<void>;
}

/** What stands behind the bot, the same for all conversations. */
export interface Desk {
  readonly kb: KnowledgeBase;
  /** @throws QingdanError whose message may be shown to the person */
  decide(question: Question): Answer;
  /** YYYY-MM-DD. */
  today(): string;
  /** Null where none is configured. */
  readonly office: Office | null;
  readonly feedback: FeedbackBook;
  readonly notices: NoticeDesk;
  /** Null where no window is set up here. */
  readonly window: WindowDesk | null;
  /** For reminders where no window is set up. Default: the window's. */
  readonly reminders?: ReminderDesk | undefined;
  readonly admissions: AdmissionCounter;
  /** Null where there are no registers. */
  readonly registers: RegisterDesk | null;
  /** Tells what a message does in a conversation. */
  readonly turns: TurnReader;
  /** Days that what is asked is kept; 0: not at all. */
  readonly keptDays: number;
  /** Deletes what is kept of a person; the number of records. */
  forget(person: { channel: string; userId: string }): Promise<number>;
}

/** One message in its conversation. */
export interface Turn {
  readonly message: IncomingMessage;
  /** The text normalised, without marks around it and without the opening 请问; intents match on it. */
  readonly said: string;
  /** What the message does, by what was learned. */
  readonly reads: TurnReading;
  readonly state: ConversationState;
  /** The bot's question that waits for a choice; null where none does. */
  readonly asked: Asked | null;
  readonly desk: Desk;
  /** Names what this turn answers, in feedback and in the records. */
  readonly answerId: string;
}

/** What a turn answered, to be kept. */
export type Recorded =
  | {
      type: 'answer';
      answer: Answer;
      /** As it was put to the desk. */
      question: Question & { today: string };
    }
  | {
      type: 'screening';
      notice: JudgedNotice;
      /** Id of a screening of the same notice that this one takes the place of. Default: none. */
      earlier?: string | undefined;
    };

export interface Outcome {
  blocks: readonly Block[];
  /** Changes to what is remembered. */
  state?: Partial<ConversationState>;
  /** Kept before the reply goes out. */
  record?: Recorded;
  /** Waits for a choice next. */
  asked?: Asked;
}

/** One thing that people want; every file of `intents` exports one as `intent`. */
export interface Intent<Slots = unknown> {
  /** File name. */
  readonly id: string;
  /** Intents are tried in this order, lowest first; no two share one. */
  readonly precedence: number;
  /** Leaves a dialog before it can take the message for an answer. */
  readonly interrupts: boolean;
  /** What people say; a test holds that each is recognised as this intent. */
  readonly examples: readonly string[];
  /** What the message says for this intent; null where it is another's. Pure. */
  slots(turn: Turn): Slots | null;
  handler(slots: Slots, turn: Turn): Outcome | Promise<Outcome>;
}

/** An intent with the type of its slots inferred; the registry holds them side by side, as `Intent`. */
export function defineIntent<Slots>(intent: Intent<Slots>): Intent {
  return intent as Intent;
}
