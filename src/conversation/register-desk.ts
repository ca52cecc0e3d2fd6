import type { Citation } from '#catalogue/citation.js';
import type { KindId } from '#registers/kind.js';
import type { Lookup } from '#registers/lookup.js';
import type { Person } from './person.js';

/** What is said of an entry, or of there being none, with the rules that hold for it. */
export interface RegisterReply {
  readonly lines: readonly string[];
  readonly citations: readonly Citation[];
}

/** What is said of a task that social organisations may take over, and whether any can. */
export interface TakeoverReply {
  readonly lines: readonly string[];
  readonly possible: boolean;
}

/** A stamp that somebody of a community's own channel reports. */
export interface ReportedStamp {
  readonly paper: string;
  readonly demander: string;
  readonly outcome: string;
  readonly place: string;
}

/** Who wants to know, and where. */
export interface LookupAsker {
  /** Full name; null where none is known. */
  readonly region: string | null;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Works for a community or an office, by what they or their channel say: can use commands. */
  readonly atOffice: boolean;
  /** Whoever writes in a community's own channel, as its settings say; null for all others, who see what is open. */
  readonly own: { readonly person: Person; readonly region: string } | null;
}

/** The registers behind the bot. */
export interface RegisterDesk {
  /**
   * What the register of a region has under a name, and what holds there on a day.
   * @param name empty where the person only pointed at it
   * @param region full name; null where none is known
   */
  ask(kind: KindId, name: string, region: string | null, day: string): Promise<RegisterReply>;
  /**
   * Whether social organisations can take a task over: which classes do such work, and which on the region's register.
   * @param isOwn it is the community's own
   */
  takeover(task: string, isOwn: boolean, region: string | null): Promise<TakeoverReply>;
  /** What is in a register, for whoever may know it. */
  look(lookup: Lookup, asker: LookupAsker): Promise<RegisterReply>;
  /** Puts a stamp into the register of a region; its number. @throws QingdanError */
  stamp(stamp: ReportedStamp, region: string, day: string, person: Person): Promise<string>;
}
