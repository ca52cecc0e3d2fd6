import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import type { Hub, Member } from './hub.js';
import { isOurs, type Said } from './messages.js';

/** What the first process says when it serves. */
export type Ready = Omit<Extract<Said, { type: 'ready' }>, 'type'>;

/** The variable by which a process knows its place. */
export const PLACE = 'QINGDAN_PROCESS_PLACE';
/** The variable by which a process knows how many there are. */
export const COUNT = 'QINGDAN_PROCESS_COUNT';

/** A process from its start to its end. */
export interface Life {
  readonly worker: Worker;
  /** Its exit code, whether it ever served, and the milliseconds that it ran. */
  readonly over: Promise<{ code: number | null; signal: string | null; served: boolean; lived: number }>;
}

/** Starts this program once more. It counts among the others as soon as it serves. */
export function startOne(hub: Hub, place: number, count: number, onReady: (ready: Ready) => void): Life {
  const started = performance.now();
  const worker = cluster.fork({ [PLACE]: String(place), [COUNT]: String(count) });
  let served = false;
  const member: Member = {
    place,
    send: (message) => {
      if (worker.isConnected()) worker.send(message);
    },
  };
  worker.on('message', (message: unknown) => {
    if (!isOurs(message)) return;
    const said = message as Said;
    if (said.type !== 'ready') return hub.take(member, said);
    served = true;
    hub.join(member);
    onReady({ url: said.url, channels: said.channels });
  });
  // A message to a process that has just died; its end is what counts.
  worker.on('error', () => undefined);
  const over = once(worker, 'exit').then(([code, signal]) => {
    hub.leave(member);
    return { code, signal, served, lived: performance.now() - started };
  });
  return { worker, over };
}
