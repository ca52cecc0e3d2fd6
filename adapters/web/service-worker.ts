/** What the worker of the site keeps. */
export interface Kept {
  /** Another one makes it fetch everything anew. */
  version: string;
  /** Page shown where there is no network and nothing kept. */
  offline: string;
  /** Kept when the worker is installed; without them it isn't. */
  files: readonly string[];
  /** Kept ahead as far as they can be had. */
  pages: readonly string[];
}

/**
 * The script of the service worker. It touches public pages and the site's own files alone: never a conversation, never a
 * shared answer, never the officials' pages.
 */
export const serviceWorker = (kept: Kept): string => `// Keeps lists for reading without a network.
const KEPT = ${JSON.stringify(kept)};
const NAME = 'qingdan-' + KEPT.version;
const PUBLIC = /^\\/(?:lists(?:\\/|$)|items\\/|documents\\/|offline$)/;

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(NAME);
    await cache.addAll(KEPT.files);
    await Promise.allSettled(KEPT.pages.map((page) => cache.add(page)));
    await self.skipWaiting();
  })());
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(NAME);
    for (const name of await caches.keys()) {
      if (name === NAME || !name.startsWith('qingdan-')) continue;
      // What somebody opened earlier stays readable until it is fetched anew.
      const old = await caches.open(name);
      for (const request of await old.keys()) {
        const known = await cache.match(request);
        const page = known === undefined ? await old.match(request) : undefined;
        if (page !== undefined && PUBLIC.test(new URL(request.url).pathname)) await cache.put(request, page);
      }
      await caches.delete(name);
    }
    await self.clients.claim();
  })());
});

/** From the network, and kept; without one what is kept. */
async function fresh(request) {
  const cache = await caches.open(NAME);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const known = await cache.match(request, { ignoreVary: true });
    if (known !== undefined) return known;
    const page = request.mode === 'navigate' ? await cache.match(KEPT.offline) : undefined;
    if (page !== undefined) return page;
    throw error;
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (PUBLIC.test(pathname)) event.respondWith(fresh(request));
  else if (pathname.startsWith('/chat/assets/')) {
    event.respondWith(caches.match(request).then((known) => known ?? fetch(request)));
  } else if (pathname === '/' && request.mode === 'navigate') {
    // The conversation itself is never kept.
    event.respondWith(fetch(request).catch(async () => (await caches.match(KEPT.offline)) ?? Response.error()));
  }
});
`;
