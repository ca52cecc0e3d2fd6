import type { CatalogueItem, CatalogueProvision } from '../../catalogue/catalogue.js';
import { effective, type Row } from '../../catalogue/rows.js';
import type { ListKind } from '../../catalogue/schema.js';
import { browse } from '../browse.js';
import { withStop } from '../compose.js';
import type { Hit } from '../hits.js';
import type { Draft, Situation } from '../situation.js';

/** A rule or a fact, in the project's words, with its source. Facts of other regions are given as theirs. */
export function informingAnswer(situation: Situation, hit: Hit): Draft {
  const { catalogue, inForce } = situation;
  const here: CatalogueProvision | CatalogueItem | undefined = inForce.fact(hit.matter);
  const row: Row = here ?? (hit.matter.rows[0] as Row);
  const own = row.type === 'item' ? row.item : row.provision;
  const { region } = effective(row);
  const where = region === '全国' ? '' : region === '未知' ? '某地的做法（地区不明）：' : `${region}的规定：`;
  const lines = [`${where}${withStop(own.summary)}`];
  if (row.type === 'item') {
    lines.unshift(`「${row.item.name}」${row.list.about === undefined ? '' : `（说的是${row.list.about}）`}`);
    if (row.item.route !== undefined) lines.push(`去哪办：${withStop(row.item.route)}`);
  }
  if (own.gap !== undefined) lines.push(`还缺：${withStop(own.gap)}`);
  if (!here) {
    const outside = !catalogue.levels.some((level) => level.name === region);
    lines.push(outside ? `这是${region}的，别处以当地规定为准。` : '注意：这一条在所问的日期不在有效期内。');
  }
  return {
    verdict: 'information',
    band: 'answer',
    lead: hit,
    lines,
    rows: [row],
    route: row.type === 'item' ? (row.item.route ?? null) : null,
    level: here?.region.name,
  };
}

/** The rows of the lists that were asked for. */
export function browsingAnswer(situation: Situation, kinds: readonly ListKind[]): Draft {
  const { lines, rows } = browse(situation.kb, situation.catalogue, kinds);
  return { verdict: 'information', band: 'answer', lines, rows, level: situation.catalogue.region.name };
}
