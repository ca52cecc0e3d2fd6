import { type Html, html } from '../html.js';
import { LISTS_PATH } from './addresses.js';

/** The way back to what a page is part of. */
export function crumbsHtml(
  above: readonly (readonly [name: string, address: string])[],
  words: { lists: string },
): Html {
  const links = [[words.lists, LISTS_PATH] as const, ...above].map(
    ([name, address]) => html`<li><a href="${address}">${name}</a></li>`,
  );
  return html`<nav class="crumbs" aria-label="${words.lists}"><ol>${links}</ol></nav>`;
}

/** Facts as a list of terms; those that aren't known are left out. */
export function factsHtml(
  facts: readonly (readonly [term: string, fact: string | Html | null | undefined])[],
): Html {
  const rows = facts.flatMap(([term, fact]) =>
    fact === null || fact === undefined || fact === ''
      ? []
      : [html`<div><dt>${term}</dt><dd>${fact}</dd></div>`],
  );
  return html`<dl class="facts">${rows}</dl>`;
}
