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
    const mention = longestAt(regions, text, start);
    if (mention === undefined) continue;
    mentions.push(mention);
    start = mention.end - 1;
  }
  return mentions;
}

function longestAt(regions: Regions, text: string, start: number): RegionMention | undefined {
  const longest = regions.longestFrom(text.slice(start, start + BEGINNING));
  for (let end = Math.min(text.length, start + longest); end > start + 1; end--) {
    const form = text.slice(start, end);
    const named = regions.named(form).filter((region) => region.name !== COUNTRY);
    if (named.length === 0) continue;
    const after = text.slice(end, end + 3);
    if (NAMESAKE.test(after)) return undefined;
    // 「重庆区县」 speaks of 重庆: only below the province is a short form likely to be part of another name.
    const meant = named.filter((region) => region.level === 'province' || !OTHER_DIVISION.test(after));
    if (meant.length > 0) return { text: form, start, end, regions: meant };
  }
  return undefined;
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
