import { type Citation, citedLocator, citedMark, citedTitle } from '#catalogue/citation.js';
import type { Evidence } from '#catalogue/schema.js';
import { type Html, html } from './html.js';

const EVIDENCE_WORDS: Readonly<Record<Evidence, string | null>> = {
  primary: null,
  partial: '只见到部分原文',
  secondary: '据报道转述，未见原件',
};

/** The sources of an answer as a numbered list, with what each says on demand, and the line that ends the answer. */
export function citationsHtml(citations: readonly Citation[], closing: string): Html {
  return html`<section class="sources" aria-label="依据">
${citations.length > 0 && html`<h3>依据</h3><ol>${citations.map(citationHtml)}</ol>`}
<p class="closing">${closing}</p>
</section>`;
}

function citationHtml(citation: Citation): Html {
  const { region, effectiveFrom, evidence, summary, url, quote } = citation;
  const since = effectiveFrom === null ? region : `${region}，${effectiveFrom} 起`;
  const caution = EVIDENCE_WORDS[evidence];
  return html`<li><cite>${citedTitle(citation)}</cite>${citedMark(citation)}${citedLocator(citation)}
<span class="since">${since}</span>${caution !== null && html` <span class="caution">${caution}</span>`}
<details><summary>说了什么</summary><p>${summary}</p>${
    quote !== undefined && html`<blockquote>原文：${quote}</blockquote>`
  }${linkHtml(url)}</details></li>`;
}

/** Only web addresses become links, whatever a document's file may hold. */
function linkHtml(url: string | null): Html | null {
  if (url === null || !/^https?:\/\//iu.test(url)) return null;
  return html`<p><a href="${url}" target="_blank" rel="noopener noreferrer">看原文（在新窗口打开）</a></p>`;
}
