import { catalogueFor } from '#catalogue/catalogue.js';
import { findRegion } from '#catalogue/find-region.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { HttpRoute } from '#conversation/channel.js';
import { html } from './html.js';
import { LISTS_PATH, listAddress } from './lists/addresses.js';
import { sheetHtml } from './lists/sheet.js';
import { serviceWorker } from './service-worker.js';
import type { Site } from './site.js';
import { isLarge } from './text-size.js';

/** Lists that are fetched ahead to be read without a network; others are kept once they have been opened. */
const MOST_AHEAD = 40;
export const OFFLINE_PATH = '/offline';

/** What makes the site installable: its manifest, the worker that keeps lists, and the page shown without a network. */
export function installableRoutes(site: Site, lists: () => KnowledgeBase, today: () => string): HttpRoute[] {
  const get = (path: string, type: string, body: (large: boolean) => string, headers = {}): HttpRoute => ({
    ...{ method: 'GET', path, bodyLimit: 0 },
    handle: async (request) => ({
      status: 200,
      headers: { 'content-type': type, 'cache-control': 'no-cache', ...headers },
      body: body(isLarge(request)),
    }),
  });
  return [
    get('/manifest.webmanifest', 'application/manifest+json; charset=utf-8', () => manifest(site)),
    get('/sw.js', 'text/javascript; charset=utf-8', () =>
      serviceWorker({
        version: `${lists().version}-${site.assets.style}`,
        offline: OFFLINE_PATH,
        files: [OFFLINE_PATH, ...Object.values(site.assets)],
        pages: site.lists ? [LISTS_PATH, ...nearLists(site, lists(), today())] : [],
      }),
    ),
    get(OFFLINE_PATH, 'text/html; charset=utf-8', (large) => offlinePage(site, large), site.publicHeaders),
  ];
}

/** The lists in force for the site's own region and above it. */
function nearLists({ settings }: Site, kb: KnowledgeBase, today: string): string[] {
  const region = settings.region === undefined ? undefined : findRegion(kb.regions, settings.region);
  const ids = new Set(catalogueFor(kb, region, today).items.map(({ list }) => list.id));
  return [...ids].slice(0, MOST_AHEAD).map(listAddress);
}

function manifest({ settings, assets, words }: Site): string {
  const { title } = settings;
  return JSON.stringify({
    ...{ name: title, short_name: title, description: words.description, lang: words.lang },
    ...{ id: '/', start_url: '/', scope: '/', display: 'standalone' },
    ...{ theme_color: '#0b6b5c', background_color: '#f4f5f3' },
    icons: [
      { src: assets.icon, type: 'image/svg+xml', sizes: 'any' },
      { src: assets.icon192, type: 'image/png', sizes: '192x192', purpose: 'any maskable' },
      { src: assets.icon512, type: 'image/png', sizes: '512x512', purpose: 'any maskable' },
    ],
  });
}

function offlinePage(site: Site, large: boolean): string {
  const { words, lists } = site;
  const title = words.noConnection;
  return sheetHtml(
    site,
    {
      title,
      description: title,
      body: html`<h1>${title}</h1>
<p>${words.offline}</p>
${lists && html`<p>上次存下的清单还能看：<a href="${LISTS_PATH}">${words.lists}</a></p>`}`,
    },
    '/',
    large,
  );
}
