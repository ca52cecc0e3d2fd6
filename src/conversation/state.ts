import type { Choice, ScreenedTask, Screening } from '#answer/index.js';
import type { CommitteeKind, ListKind } from '#catalogue/schema.js';
import type { Asked as AskedHow, Role } from '#ruling/index.js';
import type { Applying } from './admission-counter.js';
import type { StampDraft } from './stamp.js';

/** What a question is judged by besides its text; what is given here holds although the text names another. */
export interface Asking {
  role: Role | null;
  region: string | null;
  /** YYYY-MM-DD where another day than today was asked for. */
  date: string | null;
  how: AskedHow;
}

/** The question that the last answer was for; asked again for its basis, its route or another region. */
export interface LastQuestion extends Asking {
  /** Personal data masked. */
  text: string;
  answerId: string;
  /** What was asked about, so that 「那居住证明呢」 can be put into words. */
  about: 'certificate' | 'task' | 'other';
  /** As it was judged in a notice, where it is one of its tasks. */
  task?: ScreenedTask | undefined;
}

/** One thing that was shown with a number, as it may be asked about. */
export interface ShownItem {
  /** As it reads. */
  label: string;
  /** What it is asked about by, with `label` as the text. */
  how: AskedHow;
  /** As it was judged, for a task of a notice. */
  task?: ScreenedTask;
}

/** What was shown last with numbers; 「第2项说的什么」 means one of these. */
export interface Shown {
  is: 'list' | 'choices' | 'notice' | 'answers';
  /** Number of the first one: a list's second page begins with 11. */
  first: number;
  items: readonly ShownItem[];
  /** Of the notice that the tasks are from, for letters about them. */
  notice?: Omit<Screening, 'tasks' | 'skipped'>;
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
  /** YYYY-MM-DD where another day than today was asked for; holds until 现在呢. */
  date: string | null;
  /** The kind of committee that is spoken of, where somebody said so (村里呢). */
  committee: CommitteeKind | null;
  /** The committee that signs letters, as the person gave its name. */
  signer?: string;
  last: LastQuestion | null;
  shown: Shown | null;
  /** Whom letters go to, where somebody said so (抬头写镇人民政府). */
  addressee?: string | null;
  page: Page | null;
  /** What the last reply asked to be named; the next message may be no more than its name. */
  awaits?: 'paper' | 'task' | null;
  /** The answer that the last message called wrong; the next may say why. */
  wrong?: string | null;
  /** The last message asked for the deletion of what is kept, and the next may confirm it. */
  deletionAsked?: boolean;
  /** A demand that is being registered; null or absent where none is. */
  demand?: DemandUnderWay | null;
  /** The application for admission that is being filled in; null or left out where none is. */
  applying?: Applying | null;
  /** A stamp that is being registered. */
  stamp?: StampDraft | null;
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
  date: null,
  committee: null,
  last: null,
  shown: null,
  page: null,
};
