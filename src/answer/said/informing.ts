import { effective } from '#catalogue/rows.js';
import { candidateOf, type Finding, type Situation } from '#ruling/index.js';
import { namesOf } from '../kinds.js';
import { withStop } from '../punctuation.js';
import type { Section } from '../section.js';
import { gapSections } from './gaps.js';

/** Rows shown of one list; the rest is counted. */
const SHOWN = 12;

/** A rule or a fact, in the project's words. Facts of other regions are given as theirs. */
export function saidOfFact(
  { row, also, here, outside }: Extract<Finding, { is: 'fact' }>,
  { inForce }: Situation,
): Section[] {
  const own = row.type === 'item' ? row.item : row.provision;
  const { region } = effective(row);
  const where = region === '全国' ? '' : region === '未知' ? '某地的做法（地区不明）：' : `${region}的规定：`;
  const said = `${where}${withStop(own.summary)}`;
  const sections: Section[] = [];
  if (row.type === 'item') {
    const about = row.list.about === undefined ? '' : `（说的是${row.list.about}）`;
    sections.push({ is: 'headline', text: `「${row.item.name}」${about}` }, { is: 'summary', text: said });
    if (row.item.route !== undefined)
      sections.push({ is: 'route', text: `去哪办：${withStop(row.item.route)}` });
  } else sections.push({ is: 'headline', text: said });
  if (own.gap !== undefined) sections.push({ is: 'gap', text: `还缺：${withStop(own.gap)}` });
  if (here === undefined)
    sections.push({
      is: 'elsewhere',
      text: outside ? `这是${region}的，别处以当地规定为准。` : '注意：这一条在所问的日期不在有效期内。',
    });
  if (also.length > 0) {
    const others = also.map((hit) => `「${candidateOf(hit, inForce).name}」`);
    sections.push({ is: 'near', text: `相关的还有：${others.join('、')}，可以接着问。` });
  }
  return sections;
}

/** The rows of the lists that were asked for. */
export function saidOfLists(
  { kinds, items, gaps }: Extract<Finding, { is: 'browsed' }>,
  { catalogue, scope }: Situation,
): Section[] {
  const name = namesOf(kinds);
  const where = catalogue.region.name;
  const farthest = catalogue.levels.length - 1;
  const counted =
    items.length === 0
      ? `${where}的目录里没有收录${name}的逐项内容。`
      : `${where}的目录里，${name}共${items.length}项${items.length > SHOWN ? `，先列${SHOWN}项` : ''}：`;
  // Each region has its own list of papers: the whole country's alone would mislead.
  const asking = scope.region === undefined && (items.length === 0 || kinds.includes('may-certify'));
  return [
    { is: 'headline', text: asking ? `${WHERE}${counted}` : counted },
    ...items.slice(0, SHOWN).map((row, i): Section => {
      const of = row.depth === farthest ? '' : `（${row.region.name}）`;
      return { is: 'row', text: `${i + 1}. ${row.item.name}${of}` };
    }),
    ...gapSections(gaps),
  ];
}

const WHERE = '各地的清单不一样，请问您在哪个省、市、区县？说了地方我再按当地的查。';
