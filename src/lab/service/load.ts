import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { LoadData, LoadResult } from './load-thread.js';

/** Asks for a while over so many connections, from a thread of its own. */
export async function load(data: LoadData): Promise<LoadResult> {
  const thread = new Worker(new URL('./load-thread.js', import.meta.url), { workerData: data });
  // A thread's last message and its end may come in one turn of the loop: both are waited for from the beginning.
  const ended = once(thread, 'exit');
  const [result] = (await once(thread, 'message')) as [LoadResult];
  await ended;
  return result;
}

/** Ticks of /proc a second; Linux has had 100 for ever. */
const TICKS = 100;

/** Milliseconds of processor time that a program and all it has started took so far. Linux only. */
export function processorTime(pid: number): number {
  const parents = new Map<number, number>();
  const times = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const id = Number(name);
    if (!Number.isInteger(id)) continue;
    try {
      // What follows the name in brackets: state, parent, …, user and system time as the 12th and 13th.
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /su, '')
        .split(' ');
      parents.set(id, Number(fields[1]));
      times.set(id, ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1000);
    } catch {
      // It has ended meanwhile.
    }
  }
  const isOurs = (id: number): boolean => id === pid || (id > 1 && isOurs(parents.get(id) ?? 0));
  return [...times].reduce((sum, [id, time]) => sum + (isOurs(id) ? time : 0), 0);
}
