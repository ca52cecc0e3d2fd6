import type { ChannelContext, HttpRequest } from '#conversation/channel.js';
import type { AssetAddresses } from './assets.js';
import type { WebSettings } from './config.js';
import { framing } from './responses.js';
import { SHELLS, type Words } from './words.js';

/** What every page of the site is made with. */
export interface Site {
  settings: WebSettings;
  assets: AssetAddresses;
  words: Words;
  /** Headers of a page that shows what a person said: no cache keeps it. */
  privateHeaders: Readonly<Record<string, string>>;
  /** Headers of a page that is the same for everybody, which is asked for anew whether it still holds. */
  publicHeaders: Readonly<Record<string, string>>;
  /** Whether answers can be kept to be passed on. */
  shelf: boolean;
  /** Whether lists are pages here. */
  lists: boolean;
}

export function createSite(settings: WebSettings, context: ChannelContext, assets: AssetAddresses): Site {
  const page = { 'content-type': 'text/html; charset=utf-8', ...framing(settings.embedOrigins) };
  return {
    settings,
    assets,
    words: SHELLS[settings.language],
    privateHeaders: { ...page, 'cache-control': 'no-store' },
    publicHeaders: { ...page, 'cache-control': 'public, no-cache', vary: 'cookie' },
    shelf: context.shelf !== undefined,
    lists: settings.publicLists && context.lists !== undefined,
  };
}

/** Where the site is reached, without a slash at the end. The server has refused names that aren't its own. */
export function originOf(
  { settings }: Pick<Site, 'settings'>,
  { headers }: Pick<HttpRequest, 'headers'>,
): string {
  return settings.publicUrl === undefined
    ? `http://${headers.host ?? 'localhost'}`
    : new URL(settings.publicUrl).origin;
}
