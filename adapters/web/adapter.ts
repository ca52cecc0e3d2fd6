import { setMaxListeners } from 'node:events';
import { sessionsOfThisProcess } from '#channels/sessions.js';
import { alone } from '#cluster/index.js';
import type {
  ChannelAdapter,
  ChannelContext,
  HttpRequest,
  HttpResponse,
  HttpRoute,
} from '#conversation/channel.js';
import { createFeed, type Feed } from '#server/feed.js';
import { BODY_LIMIT } from '#server/options.js';
import { type SharedFeed, shareFeed } from '#server/shared-feed.js';
import { chinaDay } from '#text/days.js';
import { type Assets, loadAssets } from './assets.js';
import type { WebSettings } from './config.js';
import { embedRoutes } from './embed.js';
import { MOST_WORDS } from './fields.js';
import { fileResponse } from './file.js';
import { MESSAGE_PATH } from './forms.js';
import { installableRoutes } from './installable.js';
import { listRoutes, robotsRoute } from './lists/routes.js';
import { createLiveTurns } from './live.js';
import { createMessageTaker } from './message.js';
import { EVENTS_PATH, NEW_PATH, pageHtml } from './page.js';
import { refuse, seeOther, withCookie } from './responses.js';
import { isOwnForm } from './same-site.js';
import { MOST_ASKED, SHARE_PATH } from './share.js';
import { createSharing } from './sharing.js';
import { createSite, type Site } from './site.js';
import { isLarge, switchTextSize, TEXT_SIZE_PATH } from './text-size.js';
import { FILE_PATH, fileBytes, type Turn } from './turn.js';
import { createVisitors, type Visitor, type Visitors } from './visitor.js';

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
  const { newId, sessions = sessionsOfThisProcess('web'), siblings = alone() } = context;
  const { feed: own = createFeed<Turn>({ ...context, weigh: fileBytes }), assets = loadAssets() } = edges;
  const feed = shareFeed(own, siblings, 'web');
  const site = createSite(settings, context, assets.addresses);
  const visitors = createVisitors(sessions, cookiesFor(settings));
  const today = () => chinaDay(context.clock());
  const stopping = new AbortController();
  // Every open stream listens for it.
  setMaxListeners(0, stopping.signal);
  const underWay = new Set<Promise<unknown>>();

  const showPage = (visitor: Visitor, request: HttpRequest): HttpResponse => {
    const body = pageHtml({
      site,
      turns: feed.after(visitor.conversation),
      nonce: newId(),
      large: isLarge(request),
      ask: (request.query.get('ask') ?? '').slice(0, MOST_ASKED),
    });
    const page = { status: 200, headers: site.privateHeaders, body };
    return visitor.known ? page : withCookie(page, visitors.cookie(visitor));
  };
  const takeMessage = createMessageTaker({ site, context, feed, visitors, showPage });
  const sharing = createSharing({ site, context, feed, visitors });

  /** The old conversation is forgotten here at once, and the browser gets a new id. */
  const startAnew = async (request: HttpRequest): Promise<HttpResponse> => {
    feed.forget(visitors.visitorOf(request).conversation);
    await feed.shared();
    return withCookie(seeOther('/'), visitors.cookie({ conversation: sessions.issue(), known: false }));
  };

  const recall = recalling(visitors, feed);
  const get = getRoute(recall);
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
      const work = recall(request).then(() => handle(request));
      underWay.add(work);
      return work.finally(() => underWay.delete(work));
    },
  });

  return {
    name: 'web',
    routes: [
      get('/', (request) => showPage(visitors.visitorOf(request), request)),
      post(MESSAGE_PATH, takeMessage, true),
      // Whoever reloads the address of a refused form comes back to the page.
      get(MESSAGE_PATH, () => seeOther('/')),
      post(NEW_PATH, startAnew),
      post(TEXT_SIZE_PATH, switchTextSize),
      ...(sharing === null ? [] : [post(SHARE_PATH, sharing.share), sharing.page]),
      ...publicRoutes(site, context, today),
      get(EVENTS_PATH, createLiveTurns({ site, feed, newId, visitors, stopping: stopping.signal })),
      get(FILE_PATH, (request) => fileOf(visitors.visitorOf(request), feed, request)),
      ...assets.routes,
    ],
    async start() {},
    async stop() {
      stopping.abort();
      await Promise.allSettled(underWay);
    },
  };
}

/** What is the same for everybody: lists as pages, what search engines and browsers read, the script for other sites. */
const publicRoutes = (site: Site, { lists }: ChannelContext, today: () => string): HttpRoute[] => [
  robotsRoute(site),
  ...embedRoutes(site),
  ...(lists === undefined ? [] : installableRoutes(site, lists, today)),
  ...(lists === undefined || !site.lists ? [] : listRoutes({ site, lists, today })),
];

/** Turns of a browser that comes back may have been taken by another process before this one began. */
const recalling = (visitors: Visitors, feed: SharedFeed<Turn>) => async (request: HttpRequest) => {
  const { conversation, known } = visitors.visitorOf(request);
  if (known) await feed.recall(conversation);
};

/** A route of pages, asked for once the browser's turns are here. */
const getRoute =
  (recall: (request: HttpRequest) => Promise<void>) =>
  (path: string, handle: (request: HttpRequest) => HttpResponse): HttpRoute => ({
    method: 'GET',
    path,
    bodyLimit: 0,
    async handle(request) {
      await recall(request);
      return handle(request);
    },
  });

/** How a browser keeps its session: over https only, and inside other sites where some are allowed. */
const cookiesFor = ({ publicUrl, embedOrigins }: WebSettings) => ({
  secure: publicUrl?.startsWith('https:') ?? false,
  framed: embedOrigins.length > 0,
});

const fileOf = ({ conversation }: Visitor, feed: SharedFeed<Turn>, { query }: HttpRequest): HttpResponse =>
  fileResponse(feed.after(conversation), query) ?? refuse(404, FILE_GONE);
