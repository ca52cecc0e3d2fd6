import type { Region, RegionLevel, Regions } from '#catalogue/regions.js';
import { QingdanError, shown } from '#errors.js';
import type { RegionRow } from './region-rows.js';

/** What an office's list of regions comes to. */
export interface RegionList {
  /** All that the office has now, parents before children. */
  readonly regions: readonly Region[];
  readonly added: number;
  /** Known before under their code and called otherwise now. */
  readonly renamed: number;
}

/** Digits of a code by level: county 6, township 9, village 12. */
const LEVELS: ReadonlyMap<number, RegionLevel> = new Map([
  [6, 'county'],
  [9, 'township'],
  [12, 'village'],
]);
/** Han characters, and the dot of names of minorities; figures as in 三〇一社区 or 8号社区. */
const NAME = /^[\p{Script=Han}〇·\dA-Z]{2,30}$/u;
/** What stands behind the name of a village or community in official lists. */
const COMMITTEE = /(居民委员会|村民委员会|居委会|村委会)$/u;
const OFFICE = /(街道)办事处$/u;
/** Characters of a short form that is found inside a sentence; shorter ones are words of it more often than places. */
const SHORTEST_SPOKEN = 3;
/** Regions of one office: a prefecture-level city has about 3,000 villages and communities, a municipality 11,000. */
export const MOST_REGIONS = 20_000;

/**
 * The office's regions after a list of them is loaded: new ones are added, known ones (by code) renamed.
 * @param shipped those that the package knows, which an office can't change
 * @param before what the office has loaded already
 * @throws QingdanError QD-REGIONS, naming the first line that can't be taken
 */
export function regionList(
  rows: readonly RegionRow[],
  shipped: Regions,
  before: readonly Region[],
): RegionList {
  const held = new Map(before.map((region) => [region.code, region]));
  const byCode = new Map([...shipped.all.map((region) => [region.code, region] as const), ...held]);
  const fixed = new Set(shipped.all.map(({ code }) => code));
  const seen = new Map<string, RegionRow>();
  let [added, renamed] = [0, 0];
  // Shorter codes first, so that a level stands before those below it, whatever the order of the file.
  for (const row of [...rows].sort((a, b) => a.code.length - b.code.length)) {
    const twin = seen.get(row.code);
    if (twin !== undefined) throw refused(row, `代码与${twin.where}重复`);
    const region = regionOf(row, byCode);
    seen.set(row.code, row);
    const known = byCode.get(row.code);
    if (fixed.has(row.code)) {
      if (known?.name === region.name || known?.aliases.includes(row.name)) continue;
      throw refused(row, `代码 ${row.code} 是「${known?.name ?? ''}」，不能改名`);
    }
    if (known === undefined) added++;
    else if (known.name !== region.name) renamed++;
    byCode.set(row.code, region);
    held.set(row.code, region);
  }
  if (held.size > MOST_REGIONS)
    throw new QingdanError('QD-REGIONS', `共 ${held.size} 个地区，最多 ${MOST_REGIONS} 个，请分单位使用`);
  const regions = placed(
    [...held.values()].sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1)),
    byCode,
  );
  checkNames(regions, shipped, seen);
  return { regions, added, renamed };
}

/** A region that was renamed takes those below it along. @param regions parents before children */
function placed(regions: readonly Region[], byCode: Map<string, Region>): Region[] {
  return regions.map((region) => {
    const parent = region.code.length === 6 ? undefined : byCode.get(region.code.slice(0, -3));
    if (parent === undefined || parent.name === region.parent) return region;
    const called = region.name.slice(region.parent?.length ?? 0);
    const moved = { ...region, name: `${parent.name}${called}`, parent: parent.name };
    byCode.set(region.code, moved);
    return moved;
  });
}

function regionOf(row: RegionRow, byCode: ReadonlyMap<string, Region>): Region {
  const { code, name } = row;
  const level = LEVELS.get(code.length);
  if (!/^\d+$/u.test(code) || level === undefined) {
    throw refused(row, `代码「${shown(code)}」应是 6 位（区县）、9 位（乡镇街道）或 12 位（村社区）数字`);
  }
  if (!NAME.test(name)) throw refused(row, `名称「${shown(name)}」应是 2 到 30 个汉字`);
  const parent = parentOf(row, byCode);
  const short = level === 'village' ? name.replace(COMMITTEE, '') : name.replace(OFFICE, '$1');
  const own = short.startsWith(parent.name) ? short.slice(parent.name.length) : short;
  const called =
    level === 'village' && COMMITTEE.test(name) && !/(社区|村)$/u.test(own)
      ? `${own}${/村/u.test(name) ? '村' : '社区'}`
      : own;
  if ([...called].length < 2) throw refused(row, `名称「${shown(name)}」太短`);
  const spoken = [...called].length >= SHORTEST_SPOKEN;
  return {
    code,
    name: `${parent.name}${called}`,
    level,
    parent: parent.name,
    aliases: spoken ? [called] : [],
    lookup: spoken ? [] : [called],
  };
}

/** The level above: by the code, to which what the file says has to fit. */
function parentOf(row: RegionRow, byCode: ReadonlyMap<string, Region>): Region {
  const { code, parent: written } = row;
  const above = code.length === 6 ? `${code.slice(0, 2)}0000` : code.slice(0, -3);
  const prefecture = code.length === 6 ? byCode.get(`${code.slice(0, 4)}00`) : undefined;
  const parent = prefecture ?? byCode.get(above);
  if (parent === undefined) {
    throw refused(row, `没有它的上级（代码 ${above}），请把上级也写进清单`);
  }
  const fits =
    written === '' || written === parent.code || parent.name.endsWith(written.replace(OFFICE, '$1'));
  if (!fits) throw refused(row, `上级写「${shown(written)}」，按代码却是「${parent.name}」`);
  return parent;
}

/** Full names are unique, or nobody could tell two of them apart. */
function checkNames(
  regions: readonly Region[],
  shipped: Regions,
  rows: ReadonlyMap<string, RegionRow>,
): void {
  const names = new Map<string, Region>();
  for (const region of regions) {
    const twin = names.get(region.name) ?? shipped.get(region.name);
    const row = rows.get(region.code);
    if (twin !== undefined && row !== undefined)
      throw refused(row, `「${shown(region.name)}」与代码 ${twin.code} 同名`);
    names.set(region.name, region);
  }
}

const refused = ({ where }: RegionRow, message: string) =>
  new QingdanError('QD-REGIONS', `${where}：${message}，没有导入`);
