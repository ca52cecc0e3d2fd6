import type { Catalogue } from '#catalogue/catalogue.js';
import { type Citation, citedPlace, toCitation } from '#catalogue/citation.js';
import type { Row } from '#catalogue/rows.js';
import type { Evidence } from '#catalogue/schema.js';

const EVIDENCE_NOTE: Readonly<Record<Evidence, string>> = {
  primary: '',
  partial: '（只见到部分原文）',
  secondary: '（据报道转述，未见原件）',
};

/** One citation as a line of an answer. */
export function citationLine(citation: Citation): string {
  const { title, region, evidence } = citation;
  const of = region === '全国' || title.startsWith(region) ? '' : `，${region}`;
  return `${citedPlace(citation)}${of}${EVIDENCE_NOTE[evidence]}`;
}

/** One citation for each place in a document, however many rows stand there. */
export function citationsOf(rows: readonly Row[]): Citation[] {
  const byPlace = new Map<string, Citation>();
  for (const citation of rows.map(toCitation)) {
    const place = `${citation.documentId}\n${citation.title}\n${citation.locator}`;
    if (!byPlace.has(place)) byPlace.set(place, citation);
  }
  return [...byPlace.values()];
}

/** The sources as numbered lines, each with its clause in its own words where that is known; empty without any. */
export function sourcesText(citations: readonly Citation[]): string {
  const lines = citations.flatMap((citation, i) => {
    const line = `${i + 1}. ${citationLine(citation)}`;
    return citation.quote === undefined ? [line] : [line, `   原文：「${citation.quote}」`];
  });
  return lines.length === 0 ? '' : ['依据：', ...lines].join('\n');
}

/** For where and for which day it was judged; ends every answer. */
export function closingLine(catalogue: Catalogue, dateAsked: boolean): string {
  const day = dateAsked ? `按${catalogue.date}有效的规定` : `${catalogue.date}有效`;
  return `目录：${placeOf(catalogue)}，${day}。以正式文件为准。`;
}

/** A street or community mostly has no list of its own: then the nearest level that has one is named with it. */
function placeOf({ region, levels, items, provisions }: Catalogue): string {
  if (region.level !== 'township' && region.level !== 'village') return region.name;
  const nearest = Math.min(...[...items, ...provisions].map(({ depth }) => depth));
  const level = levels[nearest];
  return level === undefined || nearest === 0
    ? region.name
    : `${region.name}（没有载入自己的清单，按${level.name}及以上的规定回答）`;
}
