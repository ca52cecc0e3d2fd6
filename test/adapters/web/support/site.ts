import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { createAdapter } from '#adapters/web/adapter.js';
import { configSchema } from '#adapters/web/config.js';
import type { Bot, ChannelAdapter, ChannelContext } from '#conversation/channel.js';
import { silentLog } from '#conversation/log.js';
import { countingIds, echoBot, openServer } from '../../../server/support/server.js';

export interface Site {
  app: FastifyInstance;
  adapter: ChannelAdapter;
  /** A browser of its own, with its own cookie. */
  browser(): Browser;
}

export const ORIGIN = 'http://localhost:80';

/** The chat page on a server that doesn't listen. */
export async function openSite(
  options: { bot?: Bot; settings?: unknown; clock?: () => number; context?: ChannelContext } = {},
): Promise<Site> {
  const context = options.context ?? {
    bot: options.bot ?? echoBot(),
    log: silentLog,
    clock: options.clock ?? (() => 0),
    newId: countingIds(),
  };
  const adapter = createAdapter(configSchema.parse(options.settings ?? {}), context);
  const app = await openServer({ routes: adapter.routes, newId: context.newId });
  return { app, adapter, browser: () => createBrowser(app) };
}

export type Browser = ReturnType<typeof createBrowser>;

/** As much of a browser as the page needs: it keeps the cookie, follows redirects and sends forms with their origin. */
function createBrowser(app: FastifyInstance) {
  let cookie = '';

  const keepCookie = (response: LightMyRequestResponse): LightMyRequestResponse => {
    const set = response.headers['set-cookie'];
    const [first] = Array.isArray(set) ? set : [set];
    if (first !== undefined) cookie = first.split(';')[0] as string;
    return response;
  };

  const browser = {
    get cookie() {
      return cookie;
    },
    async open(url = '/'): Promise<LightMyRequestResponse> {
      return keepCookie(await app.inject({ url, headers: cookie === '' ? {} : { cookie } }));
    },
    async post(
      fields: Record<string, string>,
      { url = '/chat', headers = {} }: { url?: string; headers?: Record<string, string> } = {},
    ): Promise<LightMyRequestResponse> {
      const response = await app.inject({
        method: 'POST',
        url,
        headers: {
          host: 'localhost:80',
          origin: ORIGIN,
          'content-type': 'application/x-www-form-urlencoded',
          ...(cookie === '' ? {} : { cookie }),
          ...headers,
        },
        payload: new URLSearchParams(fields).toString(),
      });
      return keepCookie(response);
    },
    /** Sends the form with a file as a browser does; several files as if several had been picked. */
    async postFiles(
      fields: Record<string, string>,
      files: readonly { name: string; bytes: Uint8Array; type?: string }[],
      headers: Record<string, string> = {},
    ): Promise<LightMyRequestResponse> {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      for (const { name, bytes, type = '' } of files) form.append('file', new Blob([bytes], { type }), name);
      const encoded = new Response(form);
      const response = await app.inject({
        method: 'POST',
        url: '/chat',
        headers: {
          host: 'localhost:80',
          origin: ORIGIN,
          'content-type': encoded.headers.get('content-type') ?? '',
          ...(cookie === '' ? {} : { cookie }),
          ...headers,
        },
        payload: Buffer.from(await encoded.arrayBuffer()),
      });
      return keepCookie(response);
    },
    /** Sends a form and follows the redirect, as a browser without script does. */
    async send(fields: Record<string, string>, url = '/chat'): Promise<string> {
      const response = await browser.post(fields, { url });
      const { location } = response.headers;
      return location === undefined ? response.body : (await browser.open(location.split('#')[0])).body;
    },
  };
  return browser;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** What a person reads of a piece of HTML. */
export const readText = (html: string): string =>
  html.replace(/<[^>]*>/gu, '').replace(/&(?:lt|gt|quot|#39|amp);/gu, (entity) => ENTITIES[entity] as string);

/** The replies on a page, oldest first, as a person reads them. */
export const repliesOn = (page: string): string[] =>
  Array.from(page.matchAll(/<div class="reply">(.*?)<\/div>\s*<\/article>/gsu), (match) =>
    readText(match[1] as string).replace('清单助手：', ''),
  );
