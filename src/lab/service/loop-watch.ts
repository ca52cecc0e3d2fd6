/**
 * Loaded before the program (`node --import`) in a process with an IPC channel: says on request how long the event loop
 * was held at most since the last request, and how much memory the process has. The service itself knows nothing of it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a watched process says of itself since it was last asked. */
export interface LoopReport {
  /**
   * Longest stretch between two turns of the loop, in milliseconds of processor time of its thread: other programs on
   * the machine lengthen it little. null where the system doesn't tell it (Linux only).
   */
  heldCpu: number | null;
  /** Longest delay of a timer in milliseconds of the clock, other programs included. */
  heldWall: number;
  /** Resident memory in bytes. */
  rss: number;
}

/** Nanoseconds that the thread which runs the loop was on a processor; its number is the process's. */
const SCHEDULER = `/proc/self/task/${process.pid}/schedstat`;
/** Milliseconds between two looks; more often would be a load of its own. */
const EVERY = 1;

const hasScheduler = existsSync(SCHEDULER);
const onProcessor = () => Number(readFileSync(SCHEDULER, 'latin1').split(' ', 1)[0]) / 1e6;

const delay = monitorEventLoopDelay({ resolution: EVERY });
delay.enable();
let longest = 0;
let before = hasScheduler ? onProcessor() : 0;

const look = (): void => {
  const now = onProcessor();
  longest = Math.max(longest, now - before);
  before = now;
  setTimeout(look, EVERY).unref();
};
if (hasScheduler) look();

process.on('message', (asked) => {
  if (asked !== 'loop-report') return;
  const report: LoopReport = {
    heldCpu: hasScheduler ? longest : null,
    heldWall: delay.max / 1e6,
    rss: process.memoryUsage.rss(),
  };
  longest = 0;
  delay.reset();
  process.send?.(report);
});
// Being listened to must not keep the process.
process.channel?.unref();
