import pino from 'pino';
import type { Log, LogFields } from '#conversation/log.js';

/** A log of one JSON object per line. @param clock milliseconds since 1970 */
export function jsonLog(write: (line: string) => void, clock: () => number): Log {
  const logger = pino(
    {
      base: null,
      messageKey: 'event',
      timestamp: () => `,"time":"${new Date(clock()).toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    { write },
  );
  const at =
    (level: 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}): void =>
      logger[level](fields, event);
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
