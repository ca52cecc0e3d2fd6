import { closingLine, gapLine, KIND_NAME } from '#answer/index.js';
import { catalogueFor } from '#catalogue/catalogue.js';
import { type Citation, toCitation } from '#catalogue/citation.js';
import { findRegion } from '#catalogue/find-region.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { COUNTRY } from '#catalogue/regions.js';
import { effective, kindOf } from '#catalogue/rows.js';
import { gapsOf } from '#ruling/index.js';
import { textOnly } from './answer-blocks.js';
import type { Outcome, Turn } from './intent.js';
import type { Block } from './message.js';
import type { Page, Shown } from './state.js';

/** Rows on one page: a passive WeChat reply has to hold them with their sources. */
export const PAGE_SIZE = 10;

/** The page as a reply; its rows may be asked about by their numbers. */
export function openPage({ desk }: Turn, page: Page): Outcome {
  const opened = listPage(desk.kb, page, desk.today());
  if (opened === null) return { blocks: textOnly('这张清单已经列完了。') };
  return { blocks: opened.blocks, state: { page, shown: opened.shown, last: null } };
}

/** One page of the lists in force; null where it lies behind the last one. @param today YYYY-MM-DD */
export function listPage(
  kb: KnowledgeBase,
  page: Page,
  today: string,
): { blocks: Block[]; shown: Shown | null } | null {
  const { kinds, offset } = page;
  const region = page.region === null ? undefined : findRegion(kb.regions, page.region);
  const date = page.date ?? today;
  const catalogue = catalogueFor(kb, region, date);
  const rows = catalogue.items.filter((row) => kinds.includes(kindOf(row)));
  const name = kinds.map((kind) => KIND_NAME[kind]).join('、');
  const where = catalogue.region.name;
  const closing = closingLine(catalogue, date !== today);
  const gap = gapLine(gapsOf(kb, catalogue.levels, kinds));
  const gaps = gap === null ? [] : [gap];
  if (rows.length === 0) {
    const text = [`${where}的目录里没有收录${name}的逐项内容。`, ...gaps, closing].join('\n');
    return offset === 0 ? { blocks: [{ type: 'text', text }], shown: null } : null;
  }
  const shown = rows.slice(offset, offset + PAGE_SIZE);
  if (shown.length === 0) return null;
  const last = offset + shown.length;
  const more = last < rows.length ? `还有${rows.length - last}项，回复「下一页」接着看。` : '列完了。';
  const blocks: Block[] = [
    { type: 'text', text: `${where}的目录里，${name}共${rows.length}项，这里是第${offset + 1}至${last}项：` },
    {
      type: 'table',
      header: ['序号', '事项', '哪里的规定'],
      rows: shown.map((row, i) => [String(offset + i + 1), row.item.name, regionOf(effective(row).region)]),
    },
    { type: 'citations', citations: sourcesOf(shown.map(toCitation)), closing },
    { type: 'text', text: [more, ...gaps].join('\n') },
  ];
  const items = shown.map(({ item }) => ({ label: item.name, how: { rowId: item.id } }));
  return { blocks, shown: { is: 'list', first: offset + 1, items } };
}

const regionOf = (region: string) => (region === COUNTRY ? '全国' : region);

/** One citation for each document of the page: its rows' places are in the document's own order. */
function sourcesOf(citations: readonly Citation[]): Citation[] {
  const byDocument = new Map<string, Citation[]>();
  for (const citation of citations) {
    const key = `${citation.documentId}\n${citation.title}`;
    byDocument.set(key, [...(byDocument.get(key) ?? []), citation]);
  }
  return [...byDocument.values()].map((group) => {
    const [first] = group as [Citation];
    const locators = [...new Set(group.map(({ locator }) => locator))];
    return { ...first, locator: locators.join('、') };
  });
}
