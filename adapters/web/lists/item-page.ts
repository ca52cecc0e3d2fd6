import { voiceOf } from '#answer/index.js';
import { citedLocator, citedMark, citedTitle, documentTitle, toCitation } from '#catalogue/citation.js';
import { type KnowledgeBase, replacedOn } from '#catalogue/knowledge-base.js';
import { effective, type ItemRow, kindOf, outOfForce, type ProvisionRow, type Row } from '#catalogue/rows.js';
import { EVIDENCE_WORDS, KIND_WORDS, OUT_OF_FORCE_WORDS } from '#catalogue/words.js';
import { linkHtml, printedHtml } from '../citations.js';
import { type Html, html } from '../html.js';
import { questionAddress } from '../share.js';
import type { Site } from '../site.js';
import { documentAddress, itemAddress, listAddress } from './addresses.js';
import { crumbsHtml, factsHtml } from './crumbs.js';
import { jsonLd } from './json-ld.js';
import type { Sheet } from './sheet.js';

interface Known {
  kb: KnowledgeBase;
  /** YYYY-MM-DD. */
  today: string;
}

/** One item of a list: whose business it is, where to go, and where that is written. */
export function itemPage(row: ItemRow, known: Known, site: Site, origin: string): Sheet {
  const { item, list, document } = row;
  const kind = kindOf(row);
  return {
    title: item.name,
    description: `${item.name}：${KIND_WORDS[kind]}。${item.summary}`,
    head: jsonLd({
      ...{ '@type': 'DefinedTerm', '@id': `${origin}${itemAddress(item.id)}`, name: item.name },
      ...{ description: item.summary, inLanguage: 'zh-CN', termCode: item.id },
      inDefinedTermSet: `${origin}${listAddress(list.id)}`,
    }),
    body: html`${crumbsHtml(
      [
        [documentTitle(document), documentAddress(document.id)],
        [list.name, listAddress(list.id)],
      ],
      site.words,
    )}
<h1>${item.name}</h1>
${kind === 'reference' ? html`<p>${KIND_WORDS[kind]}</p>` : verdictHtml(row, kind)}
<p>${item.summary}</p>
${item.exceptions.map(({ when, locator }) => html`<p><b>例外：</b>${when}（${locator}）</p>`)}
${factsHtml([['去哪办', item.route], ['责任部门', item.department], ...factsOf(row, known), ['没有见到的', item.gap]])}
${sourceHtml(row, site)}
<p><a class="button" href="${questionAddress(item.name)}">就这件事提问</a></p>`,
  };
}

/** One provision of a document, with where it is written. */
export function provisionPage(row: ProvisionRow, known: Known, site: Site, origin: string): Sheet {
  const { provision, document } = row;
  return {
    title: provision.topic,
    description: provision.summary,
    head: jsonLd({
      ...{ '@type': 'CreativeWork', '@id': `${origin}${itemAddress(provision.id)}`, name: provision.topic },
      ...{ abstract: provision.summary, inLanguage: 'zh-CN' },
      isPartOf: {
        '@type': 'CreativeWork',
        name: document.title,
        url: `${origin}${documentAddress(document.id)}`,
      },
    }),
    body: html`${crumbsHtml([[documentTitle(document), documentAddress(document.id)]], site.words)}
<h1>${provision.topic}</h1>
<p>${provision.summary}</p>
${factsHtml([...factsOf(row, known), ['没有见到的', provision.gap]])}
${sourceHtml(row, site)}`,
  };
}

function verdictHtml(row: ItemRow, kind: Exclude<ReturnType<typeof kindOf>, 'reference'>): Html {
  const { sign, label, tone, whose } = voiceOf(kind);
  return html`<p class="headline ${tone}"><span class="badge"><span aria-hidden="true">${sign}</span>${label}</span> ${
    row.item.capacity === 'responsible' ? '不能把社区当成责任主体。' : whose
  }</p>`;
}

/** Where and when a row holds, and how well its source is known. */
function factsOf(row: Row, { kb, today }: Known): [string, string | null][] {
  const { region, effectiveFrom, effectiveTo, evidence, dateUnknown } = effective(row);
  const out = outOfForce(row, today, replacedOn(kb, row.document));
  return [
    ['地区', region],
    ['从何时起', effectiveFrom ?? dateUnknown],
    ['到何时止', effectiveTo],
    ['现在', out === null ? null : OUT_OF_FORCE_WORDS[out]],
    ['原文', EVIDENCE_WORDS[evidence]],
  ];
}

function sourceHtml(row: Row, { words }: Site): Html {
  const citation = toCitation(row);
  const { quote, url } = citation;
  return html`<section class="sources" aria-labelledby="sources"><h2 id="sources">${words.sources}</h2>
<p><cite>${citedTitle(citation)}</cite>${citedMark(citation)}${citedLocator(citation)}</p>
${quote !== undefined && html`<blockquote>${words.quoted}${quote}</blockquote>`}
${linkHtml(url, words)}${printedHtml(url)}</section>`;
}
