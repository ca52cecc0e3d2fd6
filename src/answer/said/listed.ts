import type { CatalogueItem } from '#catalogue/catalogue.js';
import { effective, kindOf, type Row } from '#catalogue/rows.js';
import type { Directed, Finding, Gap, Ruling, Situation } from '#ruling/index.js';
import { KIND_NAME } from '../kinds.js';
import { withStop } from '../punctuation.js';
import type { Section } from '../section.js';
import { voiceOf } from '../verdicts.js';
import { elsewhereSections } from './elsewhere.js';
import { gapSections, unloaded } from './gaps.js';

/** A verdict that a list gives. */
export function saidOfListed(
  { verdict }: Ruling,
  { row, opposing, instead, elsewhere, gaps }: Extract<Finding, { is: 'listed' }>,
  { catalogue, role }: Situation,
): Section[] {
  const { item } = row;
  const { headline, next } = voiceOf(verdict);
  if (headline === null) throw new Error(`no headline for ${verdict}`);
  const sections: Section[] = [
    { is: 'headline', text: headline(item.name, item) + byWhich(row, gaps) },
    { is: 'summary', text: `说明：${item.summary}` },
    ...item.exceptions.map(({ when, locator, evidence }): Section => {
      const source = `${locator}${evidence === 'secondary' ? '，据转述' : ''}`;
      return { is: 'exception', text: `例外：${when}（${source}）。` };
    }),
    ...routeSections(row, instead),
  ];
  const department = item.department ?? instead?.department;
  if (department !== undefined) sections.push({ is: 'responsible', text: `责任部门：${department}` });
  if (next !== null) sections.push({ is: 'next', text: `怎么办：${next[role]}` });
  for (const other of opposing) {
    const said = `${regionOf(other)}的「${other.item.name}」说法不同（${KIND_NAME[kindOf(other)]}）`;
    sections.push({ is: 'opposing', text: `注意：${said}，${levelNote(row, other)}` });
  }
  return [...sections, ...gapSections(gaps), ...elsewhereSections(elsewhere, catalogue)];
}

/** By whose rule it is said, where a nearer list that isn't loaded may say otherwise. */
function byWhich(row: CatalogueItem, gaps: readonly Gap[]): string {
  const missing = unloaded(gaps);
  return missing === null ? '' : `（${missing}，这里按${row.region.name}的规定判断。）`;
}

/** 去哪办 of a row; of a paper that may not be had, also that no document says where. */
export function routeSections(row: Row, instead?: Directed): Section[] {
  if (row.type !== 'item') return [];
  const { route = instead?.route } = row.item;
  if (route !== undefined) return [{ is: 'route', text: `去哪办：${withStop(route)}` }];
  if (kindOf(row) !== 'must-not-certify') return [];
  return [{ is: 'route', text: '去哪办：已收录的文件没有写明，请问要证明的单位依据的是哪条规定。' }];
}

const regionOf = (row: Row) => effective(row).region;

function levelNote(row: CatalogueItem, other: CatalogueItem): string {
  if (other.depth === row.depth) return '两处同级，这里按证据较全的一处判断，请以正式文件核对。';
  return `这里按更近一级（${regionOf(row)}）的规定判断。`;
}
