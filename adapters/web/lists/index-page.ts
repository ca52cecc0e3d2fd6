import { citedMark, documentTitle } from '#catalogue/citation.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { Document, List } from '#catalogue/schema.js';
import { KIND_WORDS } from '#catalogue/words.js';
import { type Html, html } from '../html.js';
import type { Site } from '../site.js';
import { documentAddress, listAddress } from './addresses.js';
import { jsonLd } from './json-ld.js';
import type { Sheet } from './sheet.js';

/** Every document and its lists, by region from the country down. */
export function indexPage(kb: KnowledgeBase, { words }: Site, origin: string): Sheet {
  const groups = byRegion(kb);
  return {
    title: words.lists,
    description: `已收录的 ${kb.documents.length} 份文件和其中的清单`,
    head: jsonLd({
      '@type': 'CollectionPage',
      name: words.lists,
      inLanguage: 'zh-CN',
      hasPart: kb.documents.map(({ id, title }) => ({
        '@type': 'CreativeWork',
        name: title,
        url: `${origin}${documentAddress(id)}`,
      })),
    }),
    body: html`<h1>${words.lists}</h1>
<p>这里列出已收录的全部文件和清单，一共 ${kb.documents.length} 份文件、${kb.listById.size} 张清单、${kb.itemById.size} 项。没有见到的内容照实写明没有见到。</p>
${groups.map(
  ([region, documents], at) => html`<section aria-labelledby="region-${at}">
<h2 id="region-${at}">${region}</h2>
<ul class="documents">${documents.map(documentHtml)}</ul></section>`,
)}`,
  };
}

function documentHtml(document: Document): Html {
  const { id, number = null, edition, lists } = document;
  return html`<li><a href="${documentAddress(id)}">${documentTitle(document)}</a>${citedMark({ number, edition })}
${lists.length > 0 && html`<ul>${lists.map(listHtml)}</ul>`}</li>`;
}

function listHtml(list: List): Html {
  return html`<li><a href="${listAddress(list.id)}">${list.name}</a> <small>${KIND_WORDS[list.kind]}，${countOf(list)}</small></li>`;
}

/** How many items there are, and how many there should be where not all are known. */
export function countOf({ items, declaredCount }: Pick<List, 'items' | 'declaredCount'>): string {
  if (declaredCount === undefined || declaredCount === items.length) return `${items.length} 项`;
  return items.length === 0
    ? `应有 ${declaredCount} 项，逐项内容未见`
    : `应有 ${declaredCount} 项，见到 ${items.length} 项`;
}

/** Documents by their region, in the order of the regions; 未知 last. */
function byRegion(kb: KnowledgeBase): [region: string, documents: Document[]][] {
  const groups = new Map<string, Document[]>();
  for (const document of kb.documents) {
    const own = groups.get(document.region);
    if (own === undefined) groups.set(document.region, [document]);
    else own.push(document);
  }
  const place = new Map(kb.regions.all.map(({ name }, at) => [name, at]));
  const placeOf = ([region]: [string, unknown]) => place.get(region) ?? Number.POSITIVE_INFINITY;
  return [...groups].sort((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
}
