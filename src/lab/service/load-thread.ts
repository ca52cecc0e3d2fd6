/** A thread that asks over connections of its own and counts what comes: it is beside the servers, not in them. */
import { connect, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

/** What the thread is given. */
export interface LoadData {
  urls: readonly string[];
  path: string;
  connections: number;
  milliseconds: number;
  /** JSON bodies, asked in turn. */
  bodies: readonly string[];
}

/** What it found. */
export interface LoadResult {
  answered: number;
  /** Other than 200, and connections that broke. */
  failed: number;
  seconds: number;
  /** Milliseconds of the answered, ascending. */
  times: Float64Array;
}

const { urls, path, connections, milliseconds, bodies } = workerData as LoadData;
const times: number[] = [];
let failed = 0;
let next = 0;

const requestOf = (body: string, { host }: URL) =>
  `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

/** The status of a whole response at the beginning of the bytes; null where it isn't whole yet. */
function statusOf(bytes: Buffer): number | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = bytes.toString('latin1', 0, end);
  const [, length = '0'] = /\r\ncontent-length: (\d+)/iu.exec(head) ?? [];
  return bytes.length < end + 4 + Number(length) ? null : Number(head.slice(9, 12));
}

/** One question after the other over one connection, which is made anew where it breaks. */
async function ask(url: URL, end: number): Promise<void> {
  while (performance.now() < end) {
    const socket = connect(Number(url.port), url.hostname);
    socket.setNoDelay(true);
    await conversation(socket, url, end);
    socket.destroy();
  }
}

const conversation = (socket: Socket, url: URL, end: number) =>
  new Promise<void>((resolve) => {
    let received = Buffer.alloc(0);
    let started = 0;
    const send = () => {
      if (performance.now() >= end) return resolve();
      received = Buffer.alloc(0);
      started = performance.now();
      socket.write(requestOf(bodies[next++ % bodies.length] as string, url));
    };
    socket.once('connect', send);
    socket.on('data', (piece) => {
      received = received.length === 0 ? piece : Buffer.concat([received, piece]);
      const status = statusOf(received);
      if (status === null) return;
      if (status === 200) times.push(performance.now() - started);
      else failed++;
      send();
    });
    const broken = () => {
      if (performance.now() < end) failed++;
      resolve();
    };
    socket.once('error', broken).once('close', broken);
  });

const start = performance.now();
const places = Array.from({ length: connections }, (_, i) => new URL(urls[i % urls.length] as string));
await Promise.all(places.map((url) => ask(url, start + milliseconds)));
const result: LoadResult = {
  answered: times.length,
  failed,
  seconds: (performance.now() - start) / 1000,
  times: Float64Array.from(times).sort(),
};
parentPort?.postMessage(result);
