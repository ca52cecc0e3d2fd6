import type { Choice } from '#answer/index.js';
import type { ListKind } from '#catalogue/schema.js';
import type { Question, Role } from '#ruling/index.js';
import type { Applying } from './admission-counter.js';
import type { StampDraft } from './stamp.js';

/** What a question is judged by besides its text; what is given here holds although the text names another. */
export interface Asking {
  role: Role | null;
  region: string | null;
  /** YYYY-MM-DD where another day than today was asked for. */
  date: string | null;
  how: Pick<Question, 'over' | 'as' | 'rowId'>;
}

/** The question that the last answer was for; asked again for its basis, its route or another region. */
export interface LastQuestion extends Asking {
  /** Personal data masked. */
  text: string;
  answerId: string;
  /** What was asked about, so that 「那居住证明呢」 can be put into words. */
  about: 'certificate' | 'task' | 'other';
}

/** Where browsing has come to. */
export interface Page {
  kinds: readonly ListKind[];
  region: string | null;
  date: string | null;
  /** Rows before the page shown. */
  offset: number;
}

/** A demand on its way to the window. */
export interface DemandUnderWay {
  /** What was said so far, personal data masked; empty where it is asked for next. */
  text: string;
}

/** What is remembered of a conversation until it has been idle for half an hour; plain data. */
export interface ConversationState {
  /** The first-contact notice has been given. */
  greeted: boolean;
  role: Role | null;
  region: string | null;
  last: LastQuestion | null;
  page: Page | null;
  /** The last message asked for the deletion of what is kept, and the next may confirm it. */
  deletionAsked?: boolean;
  /** A stamp that is being registered. */
  stamp?: StampDraft | null;
  /** A demand that is being registered; null or absent where none is. */
  demand?: DemandUnderWay | null;
  /** The application for admission that is being filled in; null or left out where none is. */
  applying?: Applying | null;
}

/** Whether the next message is an answer to a field of an application. */
export const isFilling = ({ applying }: ConversationState): boolean => applying?.paused === false;

/** A question of the bot that waits for a choice. */
export interface Asked {
  /** What a choice settles: the matter asked about, the region of that question, or the person's own region. */
  settles: 'matter' | 'region-of-question' | 'region-of-person';
  choices: readonly Choice[];
  /** Personal data masked. */
  question: string;
}

export const NEW_CONVERSATION: ConversationState = {
  greeted: false,
  role: null,
  region: null,
  last: null,
  page: null,
};
