import { frameHtml } from '../frame.js';
import { type Html, html } from '../html.js';
import type { Site } from '../site.js';

/** A page for reading: no conversation on it. */
export interface Sheet {
  title: string;
  description: string;
  head?: Html;
  body: Html;
}

/** A sheet as a whole page. @param path of the page itself */
export function sheetHtml(
  site: Site,
  { title, description, head, body }: Sheet,
  path: string,
  large: boolean,
): string {
  return frameHtml(site, {
    ...{ title, description, path, large, head },
    skip: { to: 'sheet', words: site.words.skipToText },
    body: html`<main class="column sheet" id="sheet" lang="zh-CN">${body}
<p class="to-chat"><a class="button" href="/">${site.words.toChat}</a></p></main>`,
  });
}
