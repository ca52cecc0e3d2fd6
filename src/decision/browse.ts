import type { Catalogue } from '../catalogue/catalogue.js';
import type { KnowledgeBase } from '../catalogue/knowledge-base.js';
import { kindOf, type Row } from '../catalogue/rows.js';
import type { ListKind } from '../catalogue/schema.js';
import { gapLine, KIND_NAME } from './compose.js';
import type { Frame } from './frame.js';
import { gapsOf } from './gaps.js';

/** Rows shown of one list; the rest is counted, and `qingdan kb list` has them all. */
const SHOWN = 12;

export interface BrowseAnswer {
  lines: string[];
  rows: Row[];
}

const CERTIFICATE = /证明|盖章|公章/u;
const BARRED = /不能|不得|不应|不可以|不准|不许|不该|禁止|严禁|取消|拒绝|不予|不给|不开/u;
const NEGATIVE = /负面|严禁|不得|禁止|不应|不该|不能|不承担|不可以|减负|拒绝/u;
const ASSIST = /协助|配合/u;
const AUTONOMY = /自治|自己|本职|职责|分内|份内|任务/u;
/** Words of a browsing clause that name lists; what is left over names something else (哪些材料, 哪些情形). */
const LIST_WORDS =
  /清单|目录|事项|事务|事情|职责|负面|自治|协助|配合|依法|政府|严禁|内容|主要|项|事|第一批/gu;
/** Characters that may be left over. */
const REST = 2;

/** The kinds of list a browsing clause asks for; empty when it asks for none, or for somebody else's. */
export function kindsAsked(frame: Frame): ListKind[] {
  const { clause, cues } = frame;
  if (!cues.has('browsing') || cues.has('asking') || cues.has('requester')) return [];
  if ([...frame.object.replace(LIST_WORDS, '')].length > REST) return [];
  if (CERTIFICATE.test(clause)) return BARRED.test(clause) ? ['must-not-certify'] : ['may-certify'];
  if (NEGATIVE.test(clause)) return ['negative'];
  if (ASSIST.test(clause)) return ['assist'];
  if (AUTONOMY.test(clause)) return ['autonomy'];
  return [];
}

/** The rows in force of these kinds, nearest level first. */
export function browse(kb: KnowledgeBase, catalogue: Catalogue, kinds: readonly ListKind[]): BrowseAnswer {
  const rows = catalogue.items.filter((row) => kinds.includes(kindOf(row)));
  const name = kinds.map((kind) => KIND_NAME[kind]).join('、');
  const lines: string[] = [];
  const gaps = gapsOf(kb, catalogue.levels, kinds);
  lines.push(
    rows.length === 0
      ? `${catalogue.region.name}的目录里没有收录${name}的逐项内容。`
      : `${catalogue.region.name}的目录里，${name}共${rows.length}项${rows.length > SHOWN ? `，先列${SHOWN}项` : ''}：`,
  );
  rows.slice(0, SHOWN).forEach((row, i) => {
    lines.push(
      `${i + 1}. ${row.item.name}${row.depth === catalogue.levels.length - 1 ? '' : `（${row.region.name}）`}`,
    );
  });
  for (const gap of gaps) lines.push(gapLine(gap));
  const seen = new Set<string>();
  const cited: Row[] = [];
  for (const row of rows) {
    if (seen.has(row.list.id) || cited.length >= 5) continue;
    seen.add(row.list.id);
    cited.push(row);
  }
  // Where rows are missing, the document's own words on how many there are stand in for them.
  for (const { document } of gaps) {
    const provision = document.provisions[0];
    if (provision) cited.push({ type: 'provision', provision, document });
  }
  return { lines, rows: cited };
}
