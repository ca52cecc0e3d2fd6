import type { z } from 'zod';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { Siblings } from '#cluster/index.js';
import type { Role } from '#ruling/index.js';
import type { Log } from './log.js';
import type { Block, IncomingMessage, Reply } from './message.js';

/** What a channel talks to. */
export interface Bot {
  /**
   * The reply to one message. Never rejects: a fault becomes an apology and a logged code. An event that was handled
   * before gives a reply without blocks, for which a channel sends nothing. Messages of one conversation are handled
   * one after the other, in the order of the calls.
   */
  handle(message: IncomingMessage): Promise<Reply>;
}

/** Ids of conversations that the server gave out, in a form that nobody else can make. */
export interface Sessions {
  /** A fresh one. */
  issue(): string;
  /** Whether this is one of them: false for what somebody made up. */
  isOurs(id: string): boolean;
}

/** What a channel is given besides its own settings. */
export interface ChannelContext {
  readonly bot: Bot;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** A fresh unguessable id (a conversation of a page, a nonce). */
  readonly newId: () => string;
  /** Sessions of a browser. Default: those of this process. */
  readonly sessions?: Sessions | undefined;
  /** The lists in force when it is called, for pages that show them. Default: none. */
  readonly lists?: (() => KnowledgeBase) | undefined;
  /** Where answers are kept that people pass on. Default: none are. */
  readonly shelf?: Shelf | undefined;
  /** Other processes of the service. Default: none. */
  readonly siblings?: Siblings | undefined;
}

/** An answer that somebody passes on: what was said, nothing of who asked or how. */
export interface SharedAnswer {
  blocks: readonly Block[];
  role: Role | null;
  region: string;
  /** YYYY-MM-DD for which it was judged. */
  date: string;
  catalogueVersion: string;
}

/** Keeps shared answers, each once, until the time of keeping is over. */
export interface Shelf {
  /** Its id, the same for the same answer. @throws QingdanError of the store */
  keep(answer: SharedAnswer): Promise<string>;
  /** Null where there is none under this id. */
  find(id: string): Promise<SharedAnswer | null>;
}

/** A file of a form, whole. */
export interface FormFile {
  /** As the browser says it. */
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** A form with a file in it (multipart/form-data), read while it came. */
export interface HttpForm {
  fields: ReadonlyMap<string, string>;
  files: readonly FormFile[];
}

/** An HTTP request as an adapter sees it: the body as it came, unparsed, so that a signature can be checked first. */
export interface HttpRequest {
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case; several values of one name joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Of a route that takes files, where the request is such a form; the body is empty then. */
  readonly form?: HttpForm | undefined;
  /** Address of the caller. */
  readonly remote: string;
  /** Fires when the caller has gone. */
  readonly signal: AbortSignal;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An iterable is sent piece by piece (server-sent events). */
  readonly body?: string | Uint8Array | AsyncIterable<string>;
}

/** One address that a channel wants served; the one HTTP server of the process calls `handle`. */
export interface HttpRoute {
  readonly method: 'GET' | 'POST';
  /** Path, e.g. /channels/slack/events; a part `:id` stands for any one part, which `path` of the request has. */
  readonly path: string;
  /** Largest body taken, in bytes; a larger one is refused with 413 before `handle` is called. */
  readonly bodyLimit: number;
  /** Takes multipart/form-data with a file of at most 20 MB besides, whatever `bodyLimit` is. Default: false. */
  readonly takesFiles?: boolean;
  handle(request: HttpRequest): Promise<HttpResponse>;
}

/** A channel that is configured. */
export interface ChannelAdapter {
  /** Folder name. */
  readonly name: string;
  /** Empty for a channel that calls out or reads a stream. */
  readonly routes: readonly HttpRoute[];
  /** Connects. @throws QingdanError QD-CHANNEL, QD-CONFIG */
  start(): Promise<void>;
  /** Takes no more events, waits until the turns under way have been replied to, disconnects. */
  stop(): Promise<void>;
}

/** What every folder under `adapters` exports from its three files: adapter.ts, render.ts, config.ts. */
export interface ChannelModule<Settings = unknown, Message = unknown> {
  /** A third parameter with defaults may hold the edges that tests replace (streams, clients). */
  createAdapter(settings: Settings, context: ChannelContext): ChannelAdapter;
  /** The channel's own messages for a reply, in order, each within the channel's limit; none for an empty reply. */
  render(reply: Reply): readonly Message[];
  /** Checks the settings after secrets and environment have been filled in. */
  configSchema: z.ZodType<Settings>;
  /** Names of settings that never stand in the configuration file: they come from the environment or a file. */
  secrets: readonly string[];
}
