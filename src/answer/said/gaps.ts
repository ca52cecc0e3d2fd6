import type { Gap } from '../../ruling/index.js';
import { KIND_NAME } from '../kinds.js';
import type { Section } from '../section.js';

/** That a list is known only in part, or by its number of rows alone. */
export function gapLine(gap: Gap): string {
  const known = gap.loaded === 0 ? '逐项内容没有取得' : `只收录到${gap.loaded}项`;
  return `还缺：${gap.region}的${KIND_NAME[gap.kind]}清单应有${gap.declared}项，${known}，正式清单如另有规定，以它为准。`;
}

/** The lists that are known only in part, as a headline names them; null where none is. */
export function unloaded(gaps: readonly Gap[]): string | null {
  if (gaps.length === 0) return null;
  const regions = [...new Set(gaps.map(({ region }) => region))].join('、');
  const part = gaps.some(({ loaded }) => loaded > 0) ? '没有收录全' : '没有收录';
  return `${regions}自己的清单还${part}`;
}

export const gapSections = (gaps: readonly Gap[]): Section[] =>
  gaps.map((gap) => ({ is: 'gap', text: gapLine(gap) }));
