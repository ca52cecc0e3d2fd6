/** Where the bot and its channels say what happened. Never gets a person's text, only codes, counts and ids of events. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** `event` is the stable code of the error where there is one. */
  error(event: string, fields?: LogFields): void;
}

export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** For tests and for the terminal, where a log line would stand in the middle of the conversation. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
