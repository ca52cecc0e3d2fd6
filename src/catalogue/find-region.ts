import { QingdanError, shown } from '#errors.js';
import { normalise } from '#text/normalise.js';
import { BEGINNING, REGION_LEVELS, type Region, type Regions } from './regions.js';

/** UTF-16 units; the longest full name has 24, so that no region is ever written in more. */
const LONGEST_LOOKED_AT = 60;

/**
 * The region that a full or short name or a code means: 河南省郑州市二七区, 南岸区, 渝, 湖北咸宁, 重庆南岸, 500108.
 * Of several with the same short name the highest level is meant (吉林: the province). Of a street or community that isn't
 * known the region it lies in is given.
 * @throws QingdanError QD-REGION for an unknown or ambiguous name, with a suggestion
 */
export function findRegion(regions: Regions, text: string): Region {
  const wanted = normalise(text).replace(/[\s·,，、/>-]+/g, '');
  const exact = CODE.test(wanted) ? withCode(regions, wanted) : regions.lookedUp(wanted);
  const tooLong = wanted.length > LONGEST_LOOKED_AT;
  const named = exact.length > 0 ? highest(exact) : tooLong ? [] : byPath(regions, wanted);
  const found = named.length > 0 || tooLong ? named : above(regions, wanted);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined) {
    throw new QingdanError(
      'QD-REGION',
      `地区「${shown(text)}」有几个同名的：${found.map((region) => region.name).join('、')}，请写全称`,
    );
  }
  const near = suggestion(regions, wanted);
  const hint =
    near === undefined
      ? '请写全称，如 重庆市南岸区；乡镇街道、村社区要先导入（kb regions import）'
      : `是不是 ${near.name}？`;
  throw new QingdanError('QD-REGION', `不认识地区「${shown(text)}」，${hint}`);
}

/** 6 digits to the county, 9 of townships and streets, 12 of villages and communities. */
const CODE = /^\d{6}(\d{3}){0,2}$/u;

const withCode = (regions: Regions, wanted: string): readonly Region[] =>
  regions.all.filter(({ code }) => code === wanted);

function highest(found: readonly Region[]): readonly Region[] {
  const top = Math.min(...found.map((region) => REGION_LEVELS.indexOf(region.level)));
  return found.filter((region) => REGION_LEVELS.indexOf(region.level) === top);
}

/** Names put one behind the other, each within the one before: 湖北咸宁, 重庆南岸区. */
function byPath(regions: Regions, wanted: string): readonly Region[] {
  const found: Region[] = [];
  for (let cut = wanted.length - 1; cut > 0; cut--) {
    const tails = [...regions.named(wanted.slice(cut)), ...regions.behind(wanted.slice(cut))];
    if (tails.length === 0) continue;
    const head = wanted.slice(0, cut);
    const heads = [...regions.named(head), ...byPath(regions, head)];
    for (const tail of tails) {
      const above = regions.lineage(tail).slice(1);
      if (heads.some((region) => above.includes(region)) && !found.includes(tail)) found.push(tail);
    }
  }
  return found;
}

/** What a township, street, village or community is called. */
const LOCAL = /(街道|街道办事处|镇|乡|苏木|村|社区|居委会|村委会|居民委员会|村民委员会)$/u;

/** The nearest region known above a street or community that isn't: 重庆市江津区某某街道 → 重庆市江津区. */
function above(regions: Regions, wanted: string): readonly Region[] {
  if (!LOCAL.test(wanted)) return [];
  for (let end = wanted.length - 2; end >= 2; end--) {
    const head = wanted.slice(0, end);
    const found = regions.named(head).length > 0 ? highest(regions.named(head)) : byPath(regions, head);
    if (found.length > 0) return found;
  }
  return [];
}

/** A region whose name the text starts with (武汉市某某区), or one whose name differs in one character. */
function suggestion(regions: Regions, wanted: string): Region | undefined {
  const longest = regions.longestFrom(wanted.slice(0, BEGINNING));
  for (let length = Math.min(wanted.length, longest); length >= 2; length--) {
    const [region] = regions.named(wanted.slice(0, length));
    if (region !== undefined) return region;
  }
  if (wanted.length < 2 || wanted.length > LONGEST_LOOKED_AT) return undefined;
  return regions.all.find((region) =>
    [region.name, ...region.aliases].some((form) => differsInOneCharacter(form, wanted)),
  );
}

function differsInOneCharacter(form: string, wanted: string): boolean {
  if (form.length !== wanted.length || form.length < 3) return false;
  let differences = 0;
  for (let i = 0; i < form.length; i++) if (form[i] !== wanted[i]) differences++;
  return differences === 1;
}
