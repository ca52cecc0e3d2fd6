import type { Doc, Settlement } from '#language/index.js';

/** Longest name of a committee, in characters: 石坝土家族苗族自治乡新开田坝村村民委员会 has twenty. */
const LONGEST_NAME = 30;
const ADDRESS = /^[\s　]*([^：:，。；]{2,30})[：:][\s　]*$/u;
const URBAN = /(?:社区居民委员会|居民委员会|社区居委会|居委会|社区)$/u;
const VILLAGE = /(?:村民委员会|村委会|村)$/u;
/** More than one, or none in particular. */
const SEVERAL = /^(?:各|全|有关|辖区|所有|本)|[、,和及与]|各(?:村|社区)/u;

/** The kind of a committee by its name; null where the name tells neither. */
export function settlementOfName(name: string): Settlement | null {
  if (URBAN.test(name)) return 'urban';
  return VILLAGE.test(name) ? 'village' : null;
}

/** A committee's full name, as it signs: 珊瑚社区居委会 → 珊瑚社区居民委员会, 石坝村 → 石坝村村民委员会. */
export function fullCommitteeName(name: string): string {
  const bare = name.trim();
  if (/(?:居民委员会|村民委员会)$/u.test(bare)) return bare;
  if (bare.endsWith('居委会')) return bare.replace(/居委会$/u, '居民委员会');
  if (bare.endsWith('村委会')) return bare.replace(/村?村委会$/u, '村村民委员会');
  if (bare.endsWith('社区')) return `${bare}居民委员会`;
  return bare.endsWith('村') ? `${bare}村民委员会` : bare;
}

/** The one committee that a notice is addressed to, by its full name; null where it goes to several or names none. */
export function addressedCommittee(text: string, layout: Doc['layout']): string | null {
  for (const { start, end } of layout?.frame ?? []) {
    for (const line of text.slice(start, end).split('\n')) {
      const [, name = ''] = ADDRESS.exec(line) ?? [];
      const bare = name.trim();
      if (bare === '' || bare.length > LONGEST_NAME || SEVERAL.test(bare)) continue;
      if (bare.length > 2 && settlementOfName(bare) !== null) return fullCommitteeName(bare);
    }
  }
  return null;
}
