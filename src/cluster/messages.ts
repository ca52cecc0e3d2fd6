/**
 * What the processes and the one that started them say to each other. Each says its messages in order; what one process
 * has for another goes through the one in the middle.
 */

/** A fault as it travels: its class doesn't. */
export interface Fault {
  /** Of src/errors.ts; null for a fault of the program. */
  code: string | null;
  message: string;
}

/** Of a process. `id` is the process's own count. */
export type Said =
  | { type: 'ready'; url: string; channels: readonly string[] }
  | { type: 'tell'; id: number; topic: string; data: unknown }
  | { type: 'heard'; id: number }
  | { type: 'ask'; id: number; whom: 'first' | 'others'; topic: string; data: unknown }
  | { type: 'answer'; id: number; value: unknown }
  | { type: 'refuse'; id: number; fault: Fault }
  | { type: 'acquire'; name: string }
  | { type: 'release'; name: string };

/** To a process. The `id` of `told` and `asked` is the middle's count, all others are the process's own. */
export type Heard =
  | { type: 'told'; id: number; topic: string; data: unknown }
  | { type: 'taken'; id: number }
  | { type: 'asked'; id: number; topic: string; data: unknown }
  | { type: 'answered'; id: number; values: readonly unknown[] }
  | { type: 'refused'; id: number; fault: Fault }
  | { type: 'granted'; name: string }
  | { type: 'stop' };

/** Whether a message is one of these: other parts of a program may use the same channel. */
export const isOurs = (message: unknown): message is Said | Heard =>
  typeof message === 'object' && message !== null && 'type' in message;
