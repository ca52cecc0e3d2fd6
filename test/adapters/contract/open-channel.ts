import type { ChannelContext } from '#conversation/channel.js';

/** One event as a platform delivers it. */
export interface PlatformEvent {
  /** The same id again is the same event delivered again. */
  id: string;
  user: string;
  text: string;
  /** In a room, addressed to the bot; left out for a direct message. */
  room?: string;
}

/** A file as it goes over the platform. */
export interface PlatformFile {
  name: string;
  bytes: Uint8Array;
}

/** A started adapter with fakes around it, as the shared suite drives it. */
export interface OpenChannel {
  /** Resolves when the platform has its answer. */
  deliver(event: PlatformEvent): Promise<void>;
  /** Every message sent so far, in order, once all work under way is done; also after `close`. */
  sent(): Promise<readonly { user: string; text: string }[]>;
  /** A file that a person sends, with words where the platform has both; left out where it hands on none. */
  deliverFile?(event: PlatformEvent & { file: PlatformFile }): Promise<void>;
  /** Files sent so far, as `sent`; left out where the channel can only tell of a file. */
  files?(): Promise<readonly (PlatformFile & { user: string })[]>;
  /** The bot's own message coming back; left out where the platform never delivers one. */
  deliverOwn?(text: string): Promise<void>;
  /** Events to refuse or ignore; each resolves to the HTTP status, null without HTTP. Null: can't happen here. */
  hostile: Readonly<
    Record<'forged' | 'oversized' | 'malformed' | 'foreign', (() => Promise<number | null>) | null>
  >;
  /** The largest message in the channel's own measure; null where there is no limit. */
  limit: { most: number; size(text: string): number } | null;
  /** What a person writes to get the rest of a long answer, where the channel may only send one message at a time. */
  rest?: string;
  /** Stops the adapter (which waits for the turns under way), then the fakes. */
  close(): Promise<void>;
}

export type OpenChannelWith = (context: ChannelContext) => Promise<OpenChannel>;
