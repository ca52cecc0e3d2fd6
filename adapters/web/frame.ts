import { type Html, html } from './html.js';
import type { Site } from './site.js';
import { TEXT_SIZE_PATH } from './text-size.js';

export interface Frame {
  /** Of the window; the site's own title stands behind it. Default: the site's alone. */
  title?: string | undefined;
  description?: string | undefined;
  /** Path of this page, to come back to after the text size was changed. */
  path: string;
  large: boolean;
  /** Further elements of the head. */
  head?: Html | undefined;
  /** Stands at the right of the site's name. */
  actions?: Html | undefined;
  skip: { to: string; words: string };
  body: Html;
}

/** A whole page: head, the site's header, and what is its own. */
export function frameHtml(
  site: Site,
  { title, description, path, large, head, actions, skip, body }: Frame,
): string {
  const { assets, words, settings } = site;
  // The name of the site is the heading of the chat page; of every other page its own is.
  const name =
    title === undefined
      ? html`<h1>${settings.title}</h1><p>${words.tagline}</p>`
      : html`<p class="site"><a href="/">${settings.title}</a></p><p>${words.tagline}</p>`;
  return html`<!doctype html>
<html lang="${words.lang}"${large && html` class="large"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#0b6b5c">
<meta name="description" content="${description ?? words.description}">
<title>${title === undefined ? settings.title : `${title} · ${settings.title}`}</title>
<link rel="icon" href="${assets.icon}" type="image/svg+xml">
<link rel="apple-touch-icon" href="${assets.icon192}">
<link rel="manifest" href="/manifest.webmanifest">
<link rel="stylesheet" href="${assets.style}">
<script src="${assets.script}" defer></script>
${head}
</head>
<body>
<a class="skip" href="#${skip.to}">${skip.words}</a>
<header><div class="column">
<div class="name">${name}</div>
<div class="actions">
<form method="post" action="${TEXT_SIZE_PATH}" id="text-size"><input type="hidden" name="back" value="${path}">
<button class="quiet" name="size" value="${large ? 'normal' : 'large'}" data-large="${words.largeText}" data-normal="${words.normalText}">${large ? words.normalText : words.largeText}</button></form>
${actions}
</div>
</div></header>
${body}
</body>
</html>
`.markup;
}
