import type { Catalogue, CatalogueItem } from '../catalogue/catalogue.js';
import { type Citation, citedPlace, toCitation } from '../catalogue/citation.js';
import { effective, type ItemRow, kindOf, type Row } from '../catalogue/rows.js';
import type { Role } from './answer.js';
import type { Gap } from './gaps.js';
import type { Ruling } from './ruling.js';
import { citationLine, headline, nextStep } from './wording.js';

/** The parts of an answer's text, in the order they are read. */
export interface Composition {
  lines: string[];
  /** Rows to cite, the deciding one first. */
  rows: Row[];
  route: string | null;
}

export const KIND_NAME = {
  autonomy: '自治事项',
  assist: '依法协助事项',
  negative: '负面事项',
  'may-certify': '可以出具的证明',
  'must-not-certify': '不应出具的证明',
  reference: '参考',
} as const;

/** The text of a verdict that a list gives. */
export function composeRuling(
  ruling: Ruling & { row: CatalogueItem },
  role: Role,
  means: Row | undefined,
  routeRow: Row | undefined,
  gaps: readonly Gap[],
): Composition {
  const { row } = ruling;
  const verdict = ruling.verdict;
  const { item } = row;
  const rows: Row[] = [row];
  const lines = [headline(verdict, item.name, item.capacity === 'responsible')];
  lines.push(`说明：${item.summary}`);
  for (const exception of item.exceptions) {
    lines.push(
      `例外：${exception.when}（${exception.locator}${exception.evidence === 'secondary' ? '，据转述' : ''}）。`,
    );
  }
  const route = item.route ?? null;
  if (route !== null) lines.push(`去哪办：${withStop(route)}`);
  else if (verdict === 'must-not-certify')
    lines.push('去哪办：已收录的文件没有写明，请问要证明的单位依据的是哪条规定。');
  if (item.department !== undefined) lines.push(`责任部门：${item.department}`);
  const step = nextStep(verdict, role);
  if (step !== undefined) lines.push(`怎么办：${step}`);
  for (const other of ruling.opposing) {
    lines.push(
      `注意：${regionOf(other)}的「${other.item.name}」说法不同（${KIND_NAME[kindOf(other)]}），${levelNote(row, other)}`,
    );
    rows.push(other);
  }
  if (verdict === 'assist' && means) rows.push(means);
  if (routeRow) rows.push(routeRow);
  rows.push(...ruling.agreeing.slice(0, 2));
  for (const gap of gaps) lines.push(gapLine(gap));
  return { lines, rows, route };
}

const regionOf = (row: Row) => effective(row).region;

function levelNote(row: CatalogueItem, other: CatalogueItem): string {
  if (other.depth === row.depth) return '两处同级，这里按证据较全的一处判断，请以正式文件核对。';
  return `这里按更近一级（${regionOf(row)}）的规定判断。`;
}

/** What other regions' lists, or lists no longer in force, say of a matter that isn't listed here. */
export function elsewhereLine(rows: readonly ItemRow[], catalogue: Catalogue): string | null {
  const said = rows.slice(0, 3).map((row) => {
    const own = effective(row);
    const here = catalogue.levels.some((level) => level.name === own.region);
    const where = own.region === '未知' ? '某地（地区不明）' : own.region;
    return `${where}${here ? '曾' : ''}列为${KIND_NAME[kindOf(row)]}（${citedPlace(toCitation(row))}${here ? '，不在有效期内' : ''}）`;
  });
  return said.length === 0 ? null : `别处的规定：${said.join('；')}。只供参考，不作为这里的判断依据。`;
}

export function gapLine(gap: Gap): string {
  const known = gap.loaded === 0 ? '逐项内容没有取得' : `只收录到${gap.loaded}项`;
  return `还缺：${gap.region}的${KIND_NAME[gap.kind]}清单应有${gap.declared}项，${known}，正式清单如另有规定，以它为准。`;
}

/** Route sentences come from sources with and without a full stop. */
export const withStop = (sentence: string) => (/[。！？]$/u.test(sentence) ? sentence : `${sentence}。`);

/** The sources as numbered lines, each with its clause in its own words where that is known. */
export function sourceLines(citations: readonly Citation[]): string[] {
  if (citations.length === 0) return [];
  const lines = citations.flatMap((citation, i) => {
    const line = `${i + 1}. ${citationLine(citation)}`;
    return citation.quote === undefined ? [line] : [line, `   原文：「${citation.quote}」`];
  });
  return ['依据：', ...lines];
}

/** For where, for which day and by which version it was judged; ends every answer. */
export function closingLine(catalogue: Catalogue, version: string, dateAsked: boolean): string {
  const day = dateAsked ? `按${catalogue.date}有效的规定` : `${catalogue.date}有效`;
  return `目录：${catalogue.region.name}，${day}，版本 ${version}。以正式文件为准。`;
}
