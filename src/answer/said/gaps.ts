import type { Gap } from '#ruling/index.js';
import { KIND_NAME } from '../kinds.js';
import type { Section } from '../section.js';

/** That a list is known only in part, or not at all; names its document, since a region may have several versions. */
function gapText({ document, region, kind, declared, loaded }: Gap): string {
  const year = (document.issuedOn ?? document.effectiveFrom)?.slice(0, 4);
  const dated = year === undefined || document.title.includes(year) ? '' : `，${year}年`;
  const known = loaded === 0 ? '逐项内容没有取得' : `只收录到${loaded}项`;
  const count = declared === null ? '项数和逐项内容都没有取得' : `应有${declared}项，${known}`;
  return `${region}的${KIND_NAME[kind]}清单（${document.title}${dated}）${count}`;
}

/** What is missing, in one line; null where nothing is. */
export function gapLine(gaps: readonly Gap[]): string | null {
  if (gaps.length === 0) return null;
  return `还缺：${gaps.map(gapText).join('；')}。正式清单如另有规定，以它为准。`;
}

/** The lists that are known only in part, as a headline names them; null where none is. */
export function unloaded(gaps: readonly Gap[]): string | null {
  if (gaps.length === 0) return null;
  const regions = [...new Set(gaps.map(({ region }) => region))].join('、');
  const part = gaps.some(({ loaded }) => loaded > 0) ? '没有收录全' : '没有收录';
  return `${regions}自己的清单还${part}`;
}

export function gapSections(gaps: readonly Gap[]): Section[] {
  const text = gapLine(gaps);
  return text === null ? [] : [{ is: 'gap', text }];
}
