import { setMaxListeners } from 'node:events';
import { sessionsOfThisProcess } from '#channels/sessions.js';
import type {
  ChannelAdapter,
  ChannelContext,
  HttpRequest,
  HttpResponse,
  HttpRoute,
} from '#conversation/channel.js';
import { createFeed, type Feed } from '#server/feed.js';
import { BODY_LIMIT } from '#server/options.js';
import { type Assets, loadAssets } from './assets.js';
import type { WebSettings } from './config.js';
import { MOST_WORDS } from './fields.js';
import { fileResponse } from './file.js';
import { MESSAGE_PATH } from './forms.js';
import { createLiveTurns } from './live.js';
import { createMessageTaker } from './message.js';
import { EVENTS_PATH, NEW_PATH, pageHtml } from './page.js';
import { PAGE_HEADERS, refuse, seeOther, withCookie } from './responses.js';
import { isOwnForm } from './same-site.js';
import { FILE_PATH, fileBytes, type Turn } from './turn.js';
import { createVisitors, type Visitor } from './visitor.js';

/** What tests look into or replace. */
export interface WebEdges {
  /** The turns as the page keeps them. */
  feed: Feed<Turn>;
  assets: Assets;
}

const FILE_GONE = '这个文件已经不在了（半小时没有新消息，对话就删除），请再发一次';

/** The chat page: forms that work by themselves, and the same turns live for the page's script. */
export function createAdapter(
  settings: WebSettings,
  context: ChannelContext,
  edges: Partial<WebEdges> = {},
): ChannelAdapter {
  const { newId, sessions = sessionsOfThisProcess('web') } = context;
  const { feed = createFeed<Turn>({ ...context, weigh: fileBytes }), assets = loadAssets() } = edges;
  const visitors = createVisitors(sessions, settings.publicUrl?.startsWith('https:') ?? false);
  const stopping = new AbortController();
  // Every open stream listens for it.
  setMaxListeners(0, stopping.signal);
  const underWay = new Set<Promise<unknown>>();

  const showPage = (visitor: Visitor): HttpResponse => {
    const body = pageHtml({
      title: settings.title,
      turns: feed.after(visitor.conversation),
      nonce: newId(),
      assets: assets.addresses,
    });
    const page = { status: 200, headers: PAGE_HEADERS, body };
    return visitor.known ? page : withCookie(page, visitors.cookie(visitor));
  };
  const takeMessage = createMessageTaker({ settings, context, feed, visitors, showPage });

  /** The old conversation is forgotten here at once, and the browser gets a new id. */
  const startAnew = (request: HttpRequest): HttpResponse => {
    feed.forget(visitors.visitorOf(request).conversation);
    return withCookie(seeOther('/'), visitors.cookie({ conversation: sessions.issue(), known: false }));
  };

  const get = (path: string, handle: (request: HttpRequest) => HttpResponse): HttpRoute => ({
    method: 'GET',
    path,
    bodyLimit: 0,
    handle: async (request) => handle(request),
  });
  /** A route for the page's own forms, and for nobody else's. */
  const post = (
    path: string,
    handle: (request: HttpRequest) => HttpResponse | Promise<HttpResponse>,
    takesFiles = false,
  ): HttpRoute => ({
    method: 'POST',
    path,
    bodyLimit: takesFiles ? MOST_WORDS : BODY_LIMIT,
    takesFiles,
    async handle(request) {
      if (stopping.signal.aborted) return refuse(503);
      if (!isOwnForm(request, settings.publicUrl)) return refuse(403);
      const work = Promise.resolve(handle(request));
      underWay.add(work);
      return work.finally(() => underWay.delete(work));
    },
  });

  return {
    name: 'web',
    routes: [
      get('/', (request) => showPage(visitors.visitorOf(request))),
      post(MESSAGE_PATH, takeMessage, true),
      // Whoever reloads the address of a refused form comes back to the page.
      get(MESSAGE_PATH, () => seeOther('/')),
      post(NEW_PATH, startAnew),
      get(EVENTS_PATH, createLiveTurns({ feed, newId, visitors, stopping: stopping.signal })),
      get(FILE_PATH, (request) => {
        const { conversation } = visitors.visitorOf(request);
        return fileResponse(feed.after(conversation), request.query) ?? refuse(404, FILE_GONE);
      }),
      ...assets.routes,
    ],
    async start() {},
    async stop() {
      stopping.abort();
      await Promise.allSettled(underWay);
    },
  };
}
