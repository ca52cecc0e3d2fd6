import { Refused } from './refused.js';

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Left out of the address where undefined or empty. */
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Sent as JSON; a form is sent as a form. */
  body?: unknown;
  signal?: AbortSignal | undefined;
}

/**
 * One call of this site's API, with the session's cookie.
 * @throws Refused what the server says; TypeError where it can't be reached
 */
export async function call<Reply>(path: string, options: Call = {}): Promise<Reply> {
  const reply = await send(path, options);
  return (reply.status === 204 ? undefined : await reply.json()) as Reply;
}

/** The same with the id under which the server keeps what it was asked. */
export async function callForRecord<Reply>(
  path: string,
  options: Call = {},
): Promise<{ reply: Reply; record: string }> {
  const reply = await send(path, options);
  return { reply: (await reply.json()) as Reply, record: reply.headers.get('qingdan-record') ?? '' };
}

/** The same, for a file that the server makes. */
export async function callForFile(path: string, options: Call = {}): Promise<{ name: string; file: Blob }> {
  const reply = await send(path, options);
  const [, encoded = '下载'] =
    /filename\*=UTF-8''([^;]+)/iu.exec(reply.headers.get('content-disposition') ?? '') ?? [];
  return { name: decodeURIComponent(encoded), file: await reply.blob() };
}

async function send(path: string, { method = 'GET', query = {}, body, signal }: Call): Promise<Response> {
  const form = body instanceof FormData;
  const init: RequestInit = { method, credentials: 'same-origin' };
  if (body !== undefined) init.body = form ? body : JSON.stringify(body);
  if (body !== undefined && !form) init.headers = { 'content-type': 'application/json' };
  if (signal !== undefined) init.signal = signal;
  const reply = await fetch(withQuery(path, query), init);
  if (reply.ok) return reply;
  throw await refusalOf(reply);
}

export function withQuery(path: string, query: NonNullable<Call['query']>): string {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  ).toString();
  return search === '' ? path : `${path}?${search}`;
}

async function refusalOf(reply: Response): Promise<Refused> {
  const problem: unknown = await reply.json().catch(() => null);
  const { code = 'QD-HTTP', detail = `服务没有办成（${reply.status}），请稍后再试` } = (problem ?? {}) as {
    code?: string;
    detail?: string;
  };
  return new Refused(reply.status, code, detail);
}
