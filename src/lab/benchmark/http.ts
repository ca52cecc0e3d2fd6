import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { packagePath } from '#app/files.js';
import { parseQuestionSet } from '#evaluation/question-set.js';
import { startWatched } from '../service/watched-service.js';

/** Requests a second, milliseconds. */
export interface HttpFigures {
  connections: number;
  what: string;
  'requests a second': number;
  /** Of what the bare server of the same framework answers at as many connections in the same run. */
  'of bare %': number;
  'p50 ms': number;
  'p99 ms': number;
  refused: number;
}

const SECONDS = 4;
const BARE = fileURLToPath(new URL('./bare-server.js', import.meta.url));

/** Fresh and repeated questions over HTTP, beside a bare fastify server, at so many connections. */
export async function measureHttp(connections: number): Promise<HttpFigures[]> {
  const path = packagePath('test', 'evaluation', 'questions.jsonl');
  const questions = parseQuestionSet(readFileSync(path, 'utf8'), path).map(({ text }) => text);
  const bare = await startBare();
  const service = await startWatched();
  let asked = 0;
  // A number behind it makes a question another one, which no answer is kept for.
  const fresh = () => `${questions[asked % questions.length]}（${asked++}）`;
  try {
    const plain = await load(`${bare.url}/`, connections, () => questions[0] ?? '');
    const ask = `${service.url}/api/v1/answers`;
    const rows = [
      { what: 'bare fastify', ...plain },
      { what: 'fresh questions', ...(await load(ask, connections, fresh)) },
      { what: 'one question again', ...(await load(ask, connections, () => questions[0] ?? '')) },
    ];
    return rows.map(({ what, perSecond, p50, p99, refused }) => ({
      connections,
      what,
      'requests a second': perSecond,
      'of bare %': (100 * perSecond) / plain.perSecond,
      'p50 ms': p50,
      'p99 ms': p99,
      refused,
    }));
  } finally {
    await service.stop();
    bare.close();
  }
}

async function startBare(): Promise<{ url: string; close(): void }> {
  const child = fork(BARE);
  const [url] = (await once(child, 'message')) as [string];
  return { url, close: () => child.kill() };
}

interface Load {
  perSecond: number;
  p50: number;
  p99: number;
  refused: number;
}

async function load(url: string, connections: number, text: () => string): Promise<Load> {
  const result = await autocannon({
    url,
    connections,
    duration: SECONDS,
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: JSON.stringify({ text: text() }) }),
      },
    ],
  });
  const { requests, latency, non2xx, errors } = result;
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99, refused: non2xx + errors };
}
