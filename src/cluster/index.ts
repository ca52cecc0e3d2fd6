import cluster from 'node:cluster';
import { joinSiblings, type Line } from './join.js';
import { type Heard, isOurs } from './messages.js';
import { COUNT, PLACE, type Ready } from './one.js';
import { alone, type Siblings } from './siblings.js';

export { alone, type Siblings } from './siblings.js';

/** A process as it is seen from the one that started it. */
export interface Membership {
  readonly siblings: Siblings;
  /** Tells that it serves. */
  ready(ready: Ready): void;
  /** Resolves when it is to stop. */
  readonly stop: Promise<void>;
}

/** What this process is to the others; null where it wasn't started by `runProcesses`. */
export function membership(environment: NodeJS.ProcessEnv = process.env): Membership | null {
  const [place, count] = [Number(environment[PLACE]), Number(environment[COUNT])];
  if (!cluster.isWorker || !Number.isInteger(place) || !Number.isInteger(count)) return null;
  // Until it listens nothing else may keep this process.
  process.channel?.ref();
  let stopped: () => void = () => undefined;
  const stop = new Promise<void>((resolve) => {
    stopped = resolve;
  });
  const line: Line = {
    send: (said) => {
      // Whoever started it has gone: this process is about to end as well.
      if (process.connected) process.send?.(said, undefined, undefined, () => undefined);
    },
    receive: (listener) =>
      void process.on('message', (message: unknown) => {
        if (!isOurs(message)) return;
        const heard = message as Heard;
        if (heard.type === 'stop') stopped();
        else listener(heard);
      }),
  };
  return {
    siblings: count === 1 ? alone() : joinSiblings(line, place, count),
    ready: (ready) => line.send({ type: 'ready', ...ready }),
    stop,
  };
}
