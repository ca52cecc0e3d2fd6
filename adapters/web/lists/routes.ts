import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { HttpRequest, HttpResponse, HttpRoute } from '#conversation/channel.js';
import { refuse } from '../responses.js';
import { originOf, type Site } from '../site.js';
import { isLarge } from '../text-size.js';
import { documentPage } from './document-page.js';
import { indexPage } from './index-page.js';
import { itemPage, provisionPage } from './item-page.js';
import { listPage } from './list-page.js';
import { type Sheet, sheetHtml } from './sheet.js';
import { robots, sitemap } from './sitemap.js';

interface Parts {
  site: Site;
  /** The lists in force when it is called. */
  lists: () => KnowledgeBase;
  /** YYYY-MM-DD. */
  today: () => string;
}

const GONE = '没有这一页。清单可能已经换了新的，请从「清单和文件」找。';

/** Lists, items and documents as pages with stable addresses, and what search engines read of them. */
export function listRoutes({ site, lists, today }: Parts): HttpRoute[] {
  const page = (
    path: string,
    make: (id: string, kb: KnowledgeBase, origin: string) => Sheet | null,
  ): HttpRoute => ({
    ...{ method: 'GET', path, bodyLimit: 0 },
    async handle(request) {
      const kb = lists();
      const sheet = make(lastPart(request.path), kb, originOf(site, request));
      if (sheet === null) return refuse(404, GONE);
      return unlessKnown(request, { kb, site, day: today() }, () =>
        sheetHtml(site, sheet, request.path, isLarge(request)),
      );
    },
  });
  const known = (kb: KnowledgeBase) => ({ kb, today: today() });
  return [
    page('/lists', (_, kb, origin) => indexPage(kb, site, origin)),
    page('/lists/:id', (id, kb, origin) => {
      const row = kb.listById.get(id);
      return row === undefined ? null : listPage(row, site, origin);
    }),
    page('/items/:id', (id, kb, origin) => {
      const [item, provision] = [kb.itemById.get(id), kb.provisionById.get(id)];
      if (item !== undefined) return itemPage(item, known(kb), site, origin);
      return provision === undefined ? null : provisionPage(provision, known(kb), site, origin);
    }),
    page('/documents/:id', (id, kb, origin) => {
      const document = kb.documentById.get(id);
      return document === undefined ? null : documentPage(document, kb, site, origin);
    }),
    {
      ...{ method: 'GET', path: '/sitemap.xml', bodyLimit: 0 },
      handle: async (request) => ({
        status: 200,
        headers: {
          'content-type': 'application/xml; charset=utf-8',
          'cache-control': 'public, max-age=3600',
        },
        body: sitemap(lists(), originOf(site, request)),
      }),
    },
  ];
}

/** robots.txt, also where lists aren't shown. */
export const robotsRoute = (site: Site): HttpRoute => ({
  ...{ method: 'GET', path: '/robots.txt', bodyLimit: 0 },
  handle: async (request) => ({
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
    body: robots(originOf(site, request), site.lists),
  }),
});

function lastPart(path: string): string {
  const part = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(part);
  } catch {
    // Not what any address of ours looks like, so there is nothing under it.
    return '';
  }
}

/** The page, or only that it still holds: it changes with the lists, the style, the text size and, for what is in force, the day. */
function unlessKnown(
  request: HttpRequest,
  { kb, site, day }: { kb: KnowledgeBase; site: Site; day: string },
  make: () => string,
): HttpResponse {
  const style = new URLSearchParams(site.assets.style.split('?')[1]).get('v');
  const etag = `"${kb.version}-${style}-${day}${isLarge(request) ? '-large' : ''}"`;
  const headers = { ...site.publicHeaders, etag };
  const given = (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((each) => each.trim().replace(/^W\//u, ''));
  return given.includes(etag) ? { status: 304, headers } : { status: 200, headers, body: make() };
}
