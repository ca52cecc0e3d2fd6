import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { escapeHtml } from '#text/html.js';
import { documentAddress, itemAddress, LISTS_PATH, listAddress } from './addresses.js';

/** Addresses in one sitemap at most (sitemaps.org). */
const MOST = 50_000;

/** Every page of the site that is the same for everybody (sitemaps.org 0.9). @param origin without a slash at the end */
export function sitemap(kb: KnowledgeBase, origin: string): string {
  const paths = [
    '/',
    LISTS_PATH,
    ...kb.documents.map(({ id }) => documentAddress(id)),
    ...[...kb.listById.keys()].map(listAddress),
    ...[...kb.itemById.keys(), ...kb.provisionById.keys()].map(itemAddress),
  ].slice(0, MOST);
  const urls = paths.map((path) => `<url><loc>${escapeHtml(`${origin}${path}`)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
}

/** What search engines may read: the pages that are the same for everybody, and no conversation. */
export const robots = (origin: string, lists: boolean): string =>
  [
    'User-agent: *',
    ...['/chat', '/answers/', '/api/', '/console'].map((path) => `Disallow: ${path}`),
    ...(lists
      ? [`Sitemap: ${origin}/sitemap.xml`]
      : ['Disallow: /lists', 'Disallow: /items/', 'Disallow: /documents/']),
    '',
  ].join('\n');
