import { type Citation, citedLocator, citedMark, citedTitle } from '#catalogue/citation.js';
import type { Evidence } from '#catalogue/schema.js';
import { type Html, html } from './html.js';
import type { Words } from './words.js';

const EVIDENCE_WORDS: Readonly<Record<Evidence, string | null>> = {
  primary: null,
  partial: '只见到部分原文',
  secondary: '据报道转述，未见原件',
};

/** The sources of an answer as a numbered list, with what each says on demand, and the line that ends the answer. */
export function citationsHtml(citations: readonly Citation[], closing: string, words: Words): Html {
  return html`<div class="sources">
${citations.length > 0 && html`<h2>${words.sources}</h2><ol>${citations.map((each) => citationHtml(each, words))}</ol>`}
<p class="closing">${closing}</p>
</div>`;
}

function citationHtml(citation: Citation, words: Words): Html {
  const { region, effectiveFrom, evidence, summary, url, quote } = citation;
  const since = effectiveFrom === null ? region : `${region}，${effectiveFrom} 起`;
  const caution = EVIDENCE_WORDS[evidence];
  return html`<li><cite>${citedTitle(citation)}</cite>${citedMark(citation)}${citedLocator(citation)}
<span class="since">${since}</span>${caution !== null && html` <span class="caution">${caution}</span>`}
<details><summary>${words.says}</summary><p>${summary}</p>${
    quote !== undefined && html`<blockquote>${words.quoted}${quote}</blockquote>`
  }${linkHtml(url, words)}</details>${printedHtml(url)}</li>`;
}

/** On paper nobody can follow a link or unfold a source: there its address is printed. */
export const printedHtml = (url: string | null): Html | null =>
  url === null ? null : html`<span class="printed">${url}</span>`;

/** Only web addresses become links, whatever a document's file may hold. */
export function linkHtml(url: string | null, words: Words): Html | null {
  if (url === null || !/^https?:\/\//iu.test(url)) return null;
  return html`<p class="link"><a href="${url}" target="_blank" rel="noopener noreferrer">${words.original}</a></p>`;
}
