import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HttpResponse, HttpRoute } from '#conversation/channel.js';
import { packagePath } from '#package-root.js';

/** Addresses under which a page finds its assets; each names the content, so that it may be cached for ever. */
export interface AssetAddresses {
  style: string;
  script: string;
  /** Of the chat page alone. */
  chat: string;
  icon: string;
  icon192: string;
  icon512: string;
}

const FILES = {
  style: { file: 'chat.css', type: 'text/css; charset=utf-8' },
  script: { file: 'site.js', type: 'text/javascript; charset=utf-8' },
  chat: { file: 'chat.js', type: 'text/javascript; charset=utf-8' },
  icon: { file: 'icon.svg', type: 'image/svg+xml' },
  icon192: { file: 'icon-192.png', type: 'image/png' },
  icon512: { file: 'icon-512.png', type: 'image/png' },
} as const;

export interface Assets {
  addresses: AssetAddresses;
  routes: readonly HttpRoute[];
}

/** The site's styles, scripts and icons, read once. */
export function loadAssets(): Assets {
  const loaded = Object.entries(FILES).map(([name, { file, type }]) => {
    const content = readFileSync(join(assetFolder(), file));
    const version = createHash('sha256').update(content).digest('base64url').slice(0, 12);
    return { name, path: `/chat/assets/${file}`, type, content, version };
  });
  return {
    addresses: Object.fromEntries(
      loaded.map(({ name, path, version }) => [name, `${path}?v=${version}`]),
    ) as unknown as AssetAddresses,
    routes: loaded.map(({ path, type, content, version }) => ({
      method: 'GET',
      path,
      bodyLimit: 0,
      handle: async ({ query }): Promise<HttpResponse> => ({
        status: 200,
        headers: {
          'content-type': type,
          // An address with an old version must not keep the new content under its name.
          'cache-control': query.get('v') === version ? 'public, max-age=31536000, immutable' : 'no-cache',
        },
        body: content,
      }),
    })),
  };
}

/** Beside this module; the compiler copies no such files, so a compiled module finds them in the sources. */
function assetFolder(): string {
  const beside = fileURLToPath(new URL('./assets/', import.meta.url));
  return existsSync(beside) ? beside : packagePath('adapters/web/assets');
}
