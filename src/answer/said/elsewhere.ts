import type { Catalogue } from '#catalogue/catalogue.js';
import { citedPlace, toCitation } from '#catalogue/citation.js';
import { effective, type ItemRow, kindOf } from '#catalogue/rows.js';
import { KIND_NAME } from '../kinds.js';
import type { Section } from '../section.js';

/** Rows of other lists that are named. */
const NAMED = 3;

/** What other regions' lists, or lists no longer in force, say of a matter; none where they say nothing. */
export function elsewhereSections(rows: readonly ItemRow[], catalogue: Catalogue): Section[] {
  const said = rows.slice(0, NAMED).map((row) => {
    const own = effective(row);
    const here = catalogue.levels.some((level) => level.name === own.region);
    const where = own.region === '未知' ? '某地（地区不明）' : own.region;
    return `${where}${here ? '曾' : ''}列为${KIND_NAME[kindOf(row)]}（${citedPlace(toCitation(row))}${here ? '，不在有效期内' : ''}）`;
  });
  if (said.length === 0) return [];
  return [{ is: 'elsewhere', text: `别处的规定：${said.join('；')}。只供参考，不作为这里的判断依据。` }];
}
