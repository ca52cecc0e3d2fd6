import { documentTitle } from '#catalogue/citation.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { Document } from '#catalogue/schema.js';
import { EVIDENCE_WORDS, KIND_WORDS, STATUS_WORDS } from '#catalogue/words.js';
import { type Html, html } from '../html.js';
import type { Site } from '../site.js';
import { documentAddress, itemAddress, listAddress } from './addresses.js';
import { crumbsHtml, factsHtml } from './crumbs.js';
import { countOf } from './index-page.js';
import { jsonLd } from './json-ld.js';
import type { Sheet } from './sheet.js';

/** What schema.org calls a document. */
const TYPES = {
  law: 'Legislation',
  regulation: 'Legislation',
  opinion: 'DigitalDocument',
  notice: 'DigitalDocument',
  letter: 'DigitalDocument',
  report: 'Report',
  compilation: 'Collection',
} as const satisfies Record<Document['type'], string>;

/** One document: what it is, what was seen of it, its provisions and lists. Its full text isn't given out. */
export function documentPage(document: Document, kb: KnowledgeBase, { words }: Site, origin: string): Sheet {
  const { id, title, number, issuer, issuedOn, lists, provisions, note } = document;
  const printed = documentTitle(document);
  const next = document.replacedBy === undefined ? undefined : kb.documentById.get(document.replacedBy);
  const type = TYPES[document.type];
  return {
    title,
    description: `${printed}${number === undefined ? '' : `（${number}）`}：${STATUS_WORDS[document.status]}，${EVIDENCE_WORDS[document.evidence]}`,
    head: jsonLd({
      ...{ '@type': type, '@id': `${origin}${documentAddress(id)}`, name: title, inLanguage: 'zh-CN' },
      ...(issuer === undefined ? {} : { publisher: { '@type': 'GovernmentOrganization', name: issuer } }),
      ...(type === 'Legislation'
        ? {
            legislationIdentifier: number,
            legislationDate: issuedOn,
            legislationJurisdiction: document.region,
          }
        : { identifier: number, datePublished: issuedOn }),
    }),
    body: html`${crumbsHtml([], words)}
<h1>${printed}</h1>
${factsHtml([
  ['文号', number],
  ['发文机关', issuer],
  ['印发日期', issuedOn],
  ['版本', document.edition],
  ['从何时起', document.effectiveFrom],
  ['到何时止', document.effectiveTo],
  ['地区', document.region],
  ['效力', STATUS_WORDS[document.status]],
  [
    '被何文件替代',
    next === undefined ? null : html`<a href="${documentAddress(next.id)}">${documentTitle(next)}</a>`,
  ],
  ['原文', EVIDENCE_WORDS[document.evidence]],
  ['见到了什么', note],
])}
${sourcesHtml(document)}
${
  lists.length > 0 &&
  html`<h2>清单</h2><ul class="documents">${lists.map(
    (list) =>
      html`<li><a href="${listAddress(list.id)}">${list.name}</a> <small>${KIND_WORDS[list.kind]}，${countOf(list)}</small></li>`,
  )}</ul>`
}
${
  provisions.length > 0 &&
  html`<h2>规定</h2><ul class="items">${provisions.map(
    ({ id: provision, topic, locator, summary }) =>
      html`<li><a href="${itemAddress(provision)}">${topic}</a>${locator !== undefined && html` <small>${locator}</small>`}<p>${summary}</p></li>`,
  )}</ul>`
}`,
  };
}

function sourcesHtml({ sources }: Document): Html {
  const lines = sources.map((source) =>
    /^https?:\/\/[\x21-\x7e]+$/u.test(source)
      ? html`<li><a href="${source}" rel="noopener noreferrer">${source}</a></li>`
      : html`<li>${source}</li>`,
  );
  return html`<section class="sources" aria-labelledby="sources"><h2 id="sources">出处</h2><ul>${lines}</ul></section>`;
}
