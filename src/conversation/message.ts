import type { Choice } from '#answer/index.js';
import type { Citation } from '#catalogue/citation.js';
import type { Role, Verdict } from '#ruling/index.js';

/** A file that came with a message; read only when an intent asks for it. */
export interface Attachment {
  /** One line without a path; the extension is kept. */
  name: string;
  /** As the channel says it; never trusted. */
  mediaType: string;
  /** Bytes, as the channel says it; 0 where it doesn't say. */
  size: number;
  /**
   * The whole file, fetched now.
   * @throws QingdanError QD-FILE-SIZE over 20 MB, whatever `size` says; QD-FILE-GONE where it can't be had
   */
  read(): Promise<Uint8Array>;
}

/** One message of a person, as every channel hands it on. */
export interface IncomingMessage {
  /** The channel's own id of the event; the same event delivered again has the same id. */
  eventId: string;
  /** Folder name of the adapter. */
  channel: string;
  /** One conversation of one person: in a room, room and person together. */
  conversationId: string;
  userId: string;
  /** Network address that it came from, where the channel knows one; heavy work is shared by it. */
  origin?: string | undefined;
  role?: Role | undefined;
  region?: string | undefined;
  /** Empty for a file that was sent without words. */
  text: string;
  /** The channel has said itself who answers and what is kept, so that it isn't said again. */
  introduced?: true | undefined;
  /** Id of the choice whose button was pressed, where the channel has buttons. */
  choice?: string | undefined;
  /** At most one, but in Slack, where a message may bring several. */
  attachments: readonly Attachment[];
}

/** Channel-neutral parts of a reply, in the order they are read. */
export type Block =
  | { type: 'text'; text: string }
  /** First line of an answer and the lines that explain it. */
  | { type: 'verdict'; verdict: Verdict; headline: string; lines: readonly string[] }
  | { type: 'citations'; citations: readonly Citation[]; closing: string }
  /** At most three; answered by number, by name or by a fresh question. */
  | { type: 'choices'; prompt: string; choices: readonly Choice[] }
  | { type: 'table'; header: readonly string[]; rows: readonly (readonly string[])[] }
  | { type: 'file'; name: string; mediaType: string; bytes: Uint8Array }
  /** Asks 有用 or 不对 about the answer with this id. */
  | { type: 'feedback'; answerId: string };

/** An answer as a channel may offer to go on from it; nothing of what the person said. */
export interface Outline {
  id: string;
  verdict: Verdict;
  /** There is a verdict: neither a question back nor outside the scope. */
  judged: boolean;
  /** Whether all of it names things as the lists do; otherwise it may repeat words of the question. */
  restsOnRows: boolean;
  /** Full name of the region that it was judged for. */
  region: string;
  /** YYYY-MM-DD. */
  date: string;
  catalogueVersion: string;
}

/** How a conversation stands behind a reply. */
export interface Standing {
  role: Role | null;
  region: string | null;
  /** Null where the turn answered nothing. */
  answer: Outline | null;
  /** Whether an answer with a verdict stands, of this turn or of one before, that may be asked about. */
  goesOn: boolean;
}

export interface Reply {
  blocks: readonly Block[];
  /** Left out where no turn was taken. */
  standing?: Standing | undefined;
  /** Nothing was kept and nothing answered, because the store takes nothing: the same may be sent again. */
  unkept?: true | undefined;
}
