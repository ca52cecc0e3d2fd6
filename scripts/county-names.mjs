/**
 * Prints the `counties` of knowledge/regions.yaml from the npm package @vant/area-data 2.1.0 (MIT licence), unpacked into
 * a folder: node scripts/county-names.mjs FOLDER. What regions.yaml gives in full is left out, once it is seen that the
 * package has the same name under its code (else the script throws), and so is what is no division of GB/T 2260: the
 * package's development zones (last two digits from 71 on, but the county-level cities from 81 on), towns of cities
 * without counties, collecting rows. An autonomous county is followed by what it is called without its nationalities,
 * which no rule can cut off.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { parse } from 'yaml';

/**
 * Dongguan, Zhongshan, Danzhou and Jiayuguan have no counties; what the package lists below them are towns and streets.
 * For 台湾省, 香港 and 澳门 it has codes of its own, GB/T 2260 none.
 */
const WITHOUT_COUNTIES = /^(?:4419|4420|4604|6202|71|81|82)/;
/** Development zones; the codes of county-level cities lie between. */
const ZONE = /(?:7\d|9\d)$/;
/** Merged or renamed before 2023 and still in the package: 港闸区, 梅列区, 长岛县, and two zones with a county's code. */
const GONE = new Set(['320611', '350402', '370634', '320112', '321150']);

/** Nationalities (GB/T 3304) that an autonomous county is named after. */
const NATIONS =
  '(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|普米|怒|鄂温克|保安|裕固|独龙|各)族|蒙古|哈萨克|塔吉克|锡伯';
const AUTONOMOUS = new RegExp(`^(.+?)(?:${NATIONS})+自治县$`, 'u');

const [folder] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('usage: node scripts/county-names.mjs FOLDER (@vant/area-data, unpacked)');
const { areaList } = createRequire(import.meta.url)(resolve(folder, 'dist', 'index.cjs'));
const { regions } = parse(readFileSync('knowledge/regions.yaml', 'utf8'));
const byCode = new Map(regions.map((region) => [region.code, region]));

const published = { ...areaList.province_list, ...areaList.city_list, ...areaList.county_list };
for (const { code, name, level } of regions) {
  if (level === 'country' || (code in published && name.endsWith(published[code]))) continue;
  throw new Error(`${code} ${name} is ${published[code] ?? 'nothing'} in the package`);
}

const groups = new Map();
for (const [code, name] of Object.entries(areaList.county_list)) {
  if (byCode.has(code) || GONE.has(code) || ZONE.test(code) || WITHOUT_COUNTIES.test(code)) continue;
  const parent = byCode.get(`${code.slice(0, 4)}00`) ?? byCode.get(`${code.slice(0, 2)}0000`);
  if (parent === undefined) throw new Error(`no region above ${code} ${name}`);
  const [, short] = AUTONOMOUS.exec(name) ?? [];
  const entry = short === undefined ? `${code} ${name}` : `${code} ${name} ${short}`;
  groups.set(parent.name, [...(groups.get(parent.name) ?? []), entry]);
}
console.log('counties:');
for (const [parent, names] of groups) console.log(`  ${parent}: ${names.join(', ')}`);
