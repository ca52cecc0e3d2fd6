import type { Siblings } from '#cluster/index.js';
import type { ChannelAdapter, HttpRequest, HttpResponse, HttpRoute } from '#conversation/channel.js';

/** A request on its way to another process. */
interface Sent {
  channel: string;
  /** Of the route: a request for the headers alone is one of GET. */
  route: HttpRoute['method'];
  request: Omit<HttpRequest, 'query' | 'form' | 'signal'> & { query: string };
}

const TOPIC = 'channel';

/**
 * A channel whose connections and retries are in the hands of the first process: what is sent to its addresses here is
 * answered there.
 */
export function forwarded(adapter: ChannelAdapter, siblings: Siblings): ChannelAdapter {
  return {
    name: adapter.name,
    routes: adapter.routes.map((route) => ({
      ...route,
      async handle({ method, path, query, headers, body, remote }) {
        const request = { method, path, query: query.toString(), headers, body, remote };
        const sent: Sent = { channel: adapter.name, route: route.method, request };
        const [response] = await siblings.ask('first', TOPIC, sent);
        return response as HttpResponse;
      },
    })),
    start: async () => undefined,
    stop: async () => undefined,
  };
}

/** Answers what other processes send on. */
export function serveForwarded(adapters: readonly ChannelAdapter[], siblings: Siblings): void {
  siblings.answer(TOPIC, async (data) => {
    const { channel, route: method, request } = data as Sent;
    const { path } = request;
    const routes = adapters.find(({ name }) => name === channel)?.routes ?? [];
    const route = routes.find((one) => one.method === method && one.path === path);
    if (route === undefined) throw new Error(`no route ${method} ${path} of ${channel}`);
    // A caller that hangs up is noticed where it called; the answer is made all the same.
    const { signal } = new AbortController();
    return route.handle({ ...request, query: new URLSearchParams(request.query), signal });
  });
}
