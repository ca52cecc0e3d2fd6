import { connect } from 'node:net';
import { deflateSync } from 'node:zlib';
import { type Client, createClient } from './client.js';

/** What one attacker does until the signal: as much of it as one client can. */
export interface Attacker {
  /** In Chinese, as the table in the documents has it. */
  what: string;
  /** What of it is done at once. Default: 4. */
  atOnce?: number;
  attack(client: Client, url: string): Promise<unknown>;
}

const LINE = '各社区要做好违建拆除、反诈宣传和占道经营巡查，每周五报送工作台账并截图留痕。\n';
const NOTICE = `关于做好近期重点工作的通知\n\n各社区：\n${LINE.repeat(1_400)}\n青石街道办事处\n2026年3月1日\n`;
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const json = (client: Client, body: string) =>
  client.post('/api/v1/messages', { 'content-type': 'application/json' }, body);

/** One of each kind that has stopped an earlier version of the service, or might. */
export const ATTACKERS: readonly Attacker[] = [
  { what: '五万八千字的《》', attack: (client) => client.say(`问${'《》'.repeat(29_000)}问`) },
  {
    what: '一千个数字的问题',
    attack: (client) =>
      client.post(
        '/api/v1/answers',
        { 'content-type': 'application/json' },
        JSON.stringify({ text: '7'.repeat(1_000) }),
      ),
  },
  { what: '六万字的密集通知', attack: (client) => client.say(NOTICE.slice(0, 59_000)) },
  {
    what: '超长的 JSON（27 MB）',
    atOnce: 2,
    attack: (client) => json(client, `{"text":"${'的'.repeat(9_000_000)}"}`),
  },
  { what: '层层嵌套的 JSON', attack: (client) => json(client, '['.repeat(260_000)) },
  { what: '很慢的 PDF', attack: (client) => client.upload('慢.pdf', SLOW_PDF) },
  { what: '20 MB 的文件', atOnce: 2, attack: (client) => client.upload('大.docx', LARGE) },
  { what: '说了长度、不发内容的连接', atOnce: 12, attack: (_, url) => silent(url) },
  { what: '一直开着的事件流', atOnce: 200, attack: (_, url) => stream(url) },
  {
    what: '猜会话编号、猜密钥',
    attack: (client) =>
      client.post(
        '/api/v1/messages',
        { 'content-type': 'application/json', authorization: 'Bearer qd_00000000_guessed' },
        JSON.stringify({ text: '确认删除', conversationId: 'guessed' }),
      ),
  },
];

/** A page that saves its state five million times, in ten thousand bytes. */
const SLOW_PDF = pdf(deflateSync(Buffer.from('q '.repeat(5_000_000))));
const LARGE = Buffer.alloc(19_900_000, 'PK\x03\x04');

function pdf(content: Uint8Array): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>',
  ];
  const parts = objects.map((object, i) => Buffer.from(`${i + 1} 0 obj\n${object}\nendobj\n`));
  return Buffer.concat([
    Buffer.from('%PDF-1.4\n'),
    ...parts,
    Buffer.from(`4 0 obj\n<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n`),
    content,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n'),
  ]);
}

/** Where attackers call from. */
const FROM = '127.0.0.2';

/** Announces a file and sends one byte. */
function silent(url: string): Promise<unknown> {
  return held(url, 'POST /chat HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 20000000\r\n\r\n{');
}

/** Opens a stream of events and reads nothing of it. */
function stream(url: string): Promise<unknown> {
  return held(url, 'GET /chat/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
}

function held(url: string, head: string): Promise<unknown> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), localAddress: FROM });
  socket.on('error', () => undefined);
  socket.write(head);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  return Promise.race([closed, wait(20_000)]).finally(() => socket.destroy());
}

/** Attacks until the signal; how often each status came back. */
export async function attackUntil(
  signal: AbortSignal,
  url: string,
  { attack, atOnce = 4 }: Attacker,
): Promise<void> {
  const client = createClient(url, FROM);
  const over = aborted(signal);
  const one = async () => {
    while (!signal.aborted) {
      const started = performance.now();
      await Promise.race([attack(client, url), over]);
      // Refusals come at once: one client sends some hundred requests a second, not more.
      if (performance.now() - started < 5) await wait(5);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  client.close();
}

const aborted = (signal: AbortSignal) =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', resolve, { once: true });
  });
