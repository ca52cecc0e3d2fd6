import cluster, { type Worker } from 'node:cluster';
import { setTimeout as pause } from 'node:timers/promises';
import { createHub } from './hub.js';
import { type Ready, startOne } from './one.js';
import { createRestarts } from './restarts.js';

export interface RunOptions {
  /** How many processes. */
  count: number;
  /** Milliseconds from the request to stop until a process is ended. */
  patience: number;
  /** Told of what happens to the processes. */
  log(
    event: 'process-ready' | 'process-ended' | 'process-given-up',
    fields: Readonly<Record<string, string | number | null>>,
  ): void;
}

/** The processes of a service. */
export interface Running {
  /** Of the first that serves; null where it ended before. */
  readonly ready: Promise<Ready | null>;
  /** The exit code of the whole: that of the first process where it never served, 1 where all were given up. */
  readonly ended: Promise<number>;
  /** Lets every process finish what is under way. */
  stop(): Promise<void>;
}

/**
 * Runs this very program several times, as processes that share their port: whichever is free takes the next connection.
 * The first one starts alone, so that a faulty setting is told once and a new store is made once. One that ends is started again.
 */
export function runProcesses({ count, patience, log }: RunOptions): Running {
  // Dealt out one by one, a connection that is on its way to a process which dies would be lost in the middle, and its
  // caller wait for ever.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  // Files go between processes as bytes.
  cluster.setupPrimary({ serialization: 'advanced' });
  const hub = createHub();
  const lives = new Map<Worker, Promise<unknown>>();
  const [ready, announce] = promised<Ready | null>();
  const [ended, finish] = promised<number>();
  let stopping = false;
  let served = false;
  let givenUp = 0;

  /** Keeps a place filled. */
  async function keep(place: number, onReady: (ready: Ready) => void): Promise<void> {
    const restarts = createRestarts();
    while (!stopping) {
      const { worker, over } = startOne(hub, place, count, (is) => {
        log('process-ready', { place, pid: worker.process.pid ?? 0 });
        onReady(is);
      });
      lives.set(worker, over);
      const end = await over;
      lives.delete(worker);
      if (stopping) return;
      // What is wrong with the settings, the port or the store has been told by the process itself.
      if (!served) return finish(end.code ?? 1);
      log('process-ended', { place, pid: worker.process.pid ?? 0, code: end.code, signal: end.signal });
      const wait = restarts.pauseAfter(end.lived, end.served);
      if (wait === null) return giveUp(place);
      await pause(wait);
    }
  }

  function giveUp(place: number): void {
    log('process-given-up', { place });
    givenUp++;
    if (givenUp === count) finish(1);
  }

  async function startOthers(): Promise<void> {
    for (let place = 1; place < count && !stopping; place++) {
      // One after the other: each start takes a core for a second.
      await new Promise<void>((begun) => void keep(place, () => begun()).then(begun));
    }
  }

  void keep(0, (is) => {
    announce(is);
    if (!served) void startOthers();
    served = true;
  }).then(() => announce(null));

  return {
    ready,
    ended,
    async stop() {
      stopping = true;
      for (const worker of lives.keys()) worker.send({ type: 'stop' });
      const late = setTimeout(() => {
        for (const worker of lives.keys()) worker.process.kill('SIGKILL');
      }, patience);
      await Promise.all(lives.values());
      clearTimeout(late);
      finish(0);
    },
  };
}

/** A promise with what fulfils it. */
function promised<T>(): [Promise<T>, (value: T) => void] {
  let fulfil: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    fulfil = resolve;
  });
  return [promise, fulfil];
}
