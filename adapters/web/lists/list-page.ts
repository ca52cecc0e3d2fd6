import { documentTitle } from '#catalogue/citation.js';
import type { ListRow } from '#catalogue/knowledge-base.js';
import { KIND_WORDS } from '#catalogue/words.js';
import { html } from '../html.js';
import type { Site } from '../site.js';
import { documentAddress, itemAddress, listAddress } from './addresses.js';
import { crumbsHtml, factsHtml } from './crumbs.js';
import { countOf } from './index-page.js';
import { jsonLd } from './json-ld.js';
import type { Sheet } from './sheet.js';

/** One list with all of its items. */
export function listPage({ list, document }: ListRow, { words }: Site, origin: string): Sheet {
  const { id, name, kind, items, gap, locator } = list;
  const title = documentTitle(document);
  return {
    title: name,
    description: `${title}：${name}，${KIND_WORDS[kind]}，${countOf(list)}`,
    head: jsonLd({
      '@type': 'ItemList',
      '@id': `${origin}${listAddress(id)}`,
      name,
      inLanguage: 'zh-CN',
      numberOfItems: list.declaredCount ?? items.length,
      isPartOf: {
        '@type': 'CreativeWork',
        name: document.title,
        url: `${origin}${documentAddress(document.id)}`,
      },
      itemListElement: items.map((item) => ({
        '@type': 'ListItem',
        position: item.no,
        name: item.name,
        url: `${origin}${itemAddress(item.id)}`,
      })),
    }),
    body: html`${crumbsHtml([[title, documentAddress(document.id)]], words)}
<h1>${name}</h1>
${factsHtml([
  ['是什么', KIND_WORDS[kind]],
  ['说的是谁', list.about],
  ['地区', list.region ?? document.region],
  ['项数', countOf(list)],
  ['位置', locator],
  ['没有见到的', gap],
])}
<ol class="items">${items.map(
      ({ id: item, no, name: what, summary }) =>
        html`<li value="${no}"><a href="${itemAddress(item)}">${what}</a><p>${summary}</p></li>`,
    )}</ol>`,
  };
}
