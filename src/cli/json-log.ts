import type { Log, LogFields } from '#conversation/log.js';

/** A log of one JSON object per line. @param clock milliseconds since 1970 */
export function jsonLog(write: (line: string) => void, clock: () => number): Log {
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}): void => {
      write(`${JSON.stringify({ time: new Date(clock()).toISOString(), level, event, ...fields })}\n`);
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
