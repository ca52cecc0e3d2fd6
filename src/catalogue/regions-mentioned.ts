import { BEGINNING, COUNTRY, type Region, type Regions } from './regions.js';

/** A place name inside a text. Several regions when the name is shared and nothing near it tells them apart. */
export interface RegionMention {
  /** As it stands in the text; names put one behind the other (湖北咸宁) are one mention. */
  text: string;
  /** UTF-16 units of the text. */
  start: number;
  end: number;
  regions: readonly Region[];
}

/** A name in front of one of these belongs to a street, a bridge or an institution: 南京路, 北京银行, 重庆大学. */
const NAMESAKE = /^(路|街|巷|大道|大桥|大学|银行|公园|话|火锅|小面)/;
/** A short form in front of one of these is part of another division's name: 中山 in 中山区. */
const OTHER_DIVISION = /^(区|县|市|州|盟|旗)/;
/** A name in front of one of these is the beginning of another word: 平安区域, 河南县级. */
const OTHER_WORD = /(?:区(?=[域划别分间])|县(?=[域级]))/uy;
/** A name of two characters (和县, 成县) is found within other words: it counts where one begins anew. */
const NEW_WORD = /(?:^|[^\p{Script=Han}]|[在是到去从来住回们我您你家])$/u;

/**
 * The places a normalised text speaks of, in order: longest name first at each position, never the country itself
 * (全国 is what holds anyway). A mention that lies above another one (重庆…南岸区) is dropped in its favour.
 */
export function regionsMentioned(regions: Regions, text: string): RegionMention[] {
  const mentions = joined(regions, scan(regions, text));
  const above = new Map<Region, Set<RegionMention>>();
  for (const mention of mentions) {
    for (const region of mention.regions) {
      for (const level of regions.lineage(region).slice(1)) {
        const below = above.get(level) ?? new Set();
        above.set(level, below.add(mention));
      }
    }
  }
  const liesAboveAnother = (mention: RegionMention): boolean =>
    mention.regions.some((region) => {
      const below = above.get(region);
      return below !== undefined && below.size > (below.has(mention) ? 1 : 0);
    });
  return mentions.filter((mention) => !liesAboveAnother(mention));
}

function scan(regions: Regions, text: string): RegionMention[] {
  const mentions: RegionMention[] = [];
  for (let start = 0; start < text.length; start++) {
    const before = mentions.at(-1);
    const mention = longestAt(regions, text, start, before?.end === start ? before.regions : []);
    if (mention === undefined) continue;
    mentions.push(mention);
    start = mention.end - 1;
  }
  return mentions;
}

/** `above`: the regions of the name that ends where this one would start. */
function longestAt(
  regions: Regions,
  text: string,
  start: number,
  above: readonly Region[],
): RegionMention | undefined {
  const longest = regions.longestFrom(text.slice(start, start + BEGINNING));
  for (let end = Math.min(text.length, start + longest); end > start + 1; end--) {
    const form = text.slice(start, end);
    const named = meantBy(regions, form, above);
    if (named.length === 0) continue;
    const after = text.slice(end, end + 3);
    if (NAMESAKE.test(after)) return undefined;
    if (startsOtherWord(text, end) || (above.length === 0 && isWithinWord(form, text.slice(0, start))))
      continue;
    // 「重庆区县」 speaks of 重庆: only below the province is a short form likely to be part of another name.
    const meant = named.filter((region) => region.level === 'province' || !OTHER_DIVISION.test(after));
    if (meant.length > 0) return { text: form, start, end, regions: meant };
  }
  return undefined;
}

/** 「湖北荆州」 is the city, not its district of that name: short forms of counties count where nothing else lies there. */
function meantBy(regions: Regions, form: string, above: readonly Region[]): readonly Region[] {
  const named = regions.named(form).filter((region) => region.name !== COUNTRY);
  const lies = (region: Region): boolean => isBelow(regions, region, above);
  if (above.length === 0 || named.some(lies)) return named;
  return [...named, ...regions.behind(form).filter(lies)];
}

function startsOtherWord(text: string, end: number): boolean {
  OTHER_WORD.lastIndex = end - 1;
  return OTHER_WORD.test(text);
}

function isWithinWord(form: string, before: string): boolean {
  return form.length === 2 && /[县市]$/u.test(form) && !NEW_WORD.test(before.slice(-1));
}

/** Neighbours of which the first lies above the second become one mention of the second. */
function joined(regions: Regions, mentions: readonly RegionMention[]): RegionMention[] {
  const result: RegionMention[] = [];
  for (const mention of mentions) {
    const before = result.at(-1);
    const within =
      before === undefined || before.end !== mention.start
        ? []
        : mention.regions.filter((region) => isBelow(regions, region, before.regions));
    if (before === undefined || within.length === 0) {
      result.push(mention);
      continue;
    }
    result[result.length - 1] = {
      text: before.text + mention.text,
      start: before.start,
      end: mention.end,
      regions: within,
    };
  }
  return result;
}

function isBelow(regions: Regions, region: Region, uppers: readonly Region[]): boolean {
  return regions
    .lineage(region)
    .slice(1)
    .some((level) => uppers.includes(level));
}
