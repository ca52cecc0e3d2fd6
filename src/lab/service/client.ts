import { Agent, request } from 'node:http';

/** What came of one request. */
export interface Outcome {
  /** 0 where the connection was ended without an answer. */
  status: number;
  milliseconds: number;
}

/** A caller at one address of this computer (127.x.y.z: each counts as another visitor). */
export interface Client {
  post(path: string, headers: Readonly<Record<string, string>>, body: string | Uint8Array): Promise<Outcome>;
  /** One message of a conversation, as a program sends it. */
  say(text: string): Promise<Outcome>;
  /** A message with a file. */
  upload(name: string, bytes: Uint8Array): Promise<Outcome>;
  close(): void;
}

const JSON_HEADERS = { 'content-type': 'application/json' } as const;

export function createClient(url: string, from: string): Client {
  const agent = new Agent({ keepAlive: true });
  const post: Client['post'] = (path, headers, body) =>
    new Promise((resolve) => {
      const start = performance.now();
      const done = (status: number) => resolve({ status, milliseconds: performance.now() - start });
      const asked = request(
        url + path,
        { method: 'POST', headers, agent, localAddress: from },
        (response) => {
          response.on('error', () => done(0));
          response.resume().on('end', () => done(response.statusCode ?? 0));
        },
      );
      asked.on('error', () => done(0));
      asked.end(body);
    });
  return {
    post,
    say: (text) => post('/api/v1/messages', JSON_HEADERS, JSON.stringify({ text })),
    async upload(name, bytes) {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(bytes)]), name);
      const encoded = new Response(form);
      const headers = { 'content-type': encoded.headers.get('content-type') ?? '' };
      return post('/api/v1/messages', headers, new Uint8Array(await encoded.arrayBuffer()));
    },
    close: () => agent.destroy(),
  };
}
