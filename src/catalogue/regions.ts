import { z } from 'zod';
import { QingdanError } from '#errors.js';
import { readYaml, type TextFile } from '#text/yaml.js';
import { countiesOf } from './counties.js';

export const REGION_LEVELS = ['country', 'province', 'prefecture', 'county', 'township', 'village'] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];
/** Name of the root of all regions. */
export const COUNTRY = '全国';
/** What a document says whose source doesn't show its region: never in force anywhere. */
export const UNKNOWN_REGION = '未知';

const name = z.string().trim().min(1);
export const regionSchema = z.strictObject({
  /**
   * GB/T 2260, six digits; of a township or street nine (GB/T 10114), of a village or community twelve, as the bureau of
   * statistics gives them out.
   */
  code: z
    .string()
    .regex(/^(\d{6}|\d{9}|\d{12})$/, '应是六位、九位（乡镇街道）或十二位（村社区）数字的区划代码'),
  /** Full path name, e.g. 河南省郑州市二七区. */
  name,
  level: z.enum(REGION_LEVELS),
  /** Full name of the next level up; only the country has none. */
  parent: name.optional(),
  /** Short forms that also count inside a sentence. */
  aliases: z.array(name).default([]),
  /** Short forms that only count as the whole input: inside a sentence they are ordinary words. */
  lookup: z.array(name).default([]),
  /** Short forms that count inside a sentence only behind the name of a level above (浙江义乌, 晋城市城区). */
  behind: z.array(name).optional(),
});
const COUNTIES = /^\d{6} [^\s,]{2,}(?: [^\s,]{2,})?(?:, \d{6} [^\s,]{2,}(?: [^\s,]{2,})?)*$/u;
const regionsSchema = z.strictObject({
  regions: z.array(regionSchema).min(1),
  /** Further counties by the full name of what they lie in; see `countiesOf`. */
  counties: z.record(name, z.string().regex(COUNTIES, '应是「六位代码 名称」，用逗号加空格隔开')).default({}),
  /** Names of those counties that are ordinary words. */
  ordinary: z.array(name).default([]),
});

export type Region = z.infer<typeof regionSchema>;
/** regions.yaml as it is written: counties are still lists, which keeps what is compiled small. */
export type RegionsFile = z.infer<typeof regionsSchema>;

/** All regions and their names; made by `createRegions`. */
export interface Regions {
  /** In the order of the file: parents before children. */
  readonly all: readonly Region[];
  /** By full name. */
  get(name: string): Region | undefined;
  /** The regions that a full name or an alias may mean inside a sentence, nearest to the root first. */
  named(form: string): readonly Region[];
  /** The regions that a short form may mean behind the name of a level above. */
  behind(form: string): readonly Region[];
  /** Same for a whole input, where the `lookup` forms count as well. */
  lookedUp(form: string): readonly Region[];
  /** Length in UTF-16 units of the longest name or alias that begins with these two characters; 0 where none does. */
  longestFrom(beginning: string): number;
  /** The region itself, then every level above it, 全国 last. */
  lineage(region: Region): readonly Region[];
}

/** UTF-16 units by which a name is looked for. */
export const BEGINNING = 2;

/** The regions of regions.yaml. @throws QingdanError QD-YAML, QD-SCHEMA, QD-KNOWLEDGE (unknown parent, duplicate name) */
export function parseRegions(file: TextFile): Regions {
  return regionsOf(readRegions(file));
}

/** regions.yaml as it is written. @throws QingdanError QD-YAML, QD-SCHEMA */
export function readRegions(file: TextFile): RegionsFile {
  return readYaml(file, regionsSchema);
}

/** The regions of a file that was read. @throws QingdanError QD-KNOWLEDGE (unknown parent, duplicate name) */
export function regionsOf({ regions, counties, ordinary }: RegionsFile): Regions {
  return createRegions([...regions, ...countiesOf(counties, ordinary)]);
}

/** Regions with their indexes; parents stand before their children. @throws QingdanError QD-KNOWLEDGE on an unknown parent or a duplicate name or code */
export function createRegions(all: readonly Region[]): Regions {
  const byName = new Map<string, Region>();
  const codes = new Set<string>();
  const spoken = new Map<string, Region[]>();
  const lookup = new Map<string, Region[]>();
  const behind = new Map<string, Region[]>();
  const longest = new Map<string, number>();
  for (const region of all) {
    checkPlace(region, byName, codes);
    byName.set(region.name, region);
    codes.add(region.code);
    for (const form of new Set([region.name, ...region.aliases, ...(region.behind ?? [])])) {
      const beginning = form.slice(0, BEGINNING);
      longest.set(beginning, Math.max(longest.get(beginning) ?? 0, form.length));
    }
    for (const form of new Set([region.name, ...region.aliases])) {
      push(spoken, form, region);
      push(lookup, form, region);
    }
    for (const form of region.lookup) push(lookup, form, region);
    for (const form of region.behind ?? []) push(behind, form, region);
  }
  const lineage = (region: Region): readonly Region[] => {
    const levels: Region[] = [];
    let at: Region | undefined = region;
    while (at !== undefined) {
      levels.push(at);
      at = at.parent === undefined ? undefined : byName.get(at.parent);
    }
    return levels;
  };
  return {
    all,
    get: (fullName) => byName.get(fullName),
    named: (form) => spoken.get(form) ?? [],
    behind: (form) => behind.get(form) ?? [],
    lookedUp: (form) => lookup.get(form) ?? [],
    longestFrom: (beginning) => longest.get(beginning) ?? 0,
    lineage,
  };
}

// A parent has to stand above its children, so a circle can't be written.
function checkPlace(region: Region, byName: ReadonlyMap<string, Region>, codes: ReadonlySet<string>): void {
  if (byName.has(region.name) || codes.has(region.code)) {
    throw new QingdanError('QD-KNOWLEDGE', `regions.yaml：${region.name}（${region.code}）重复，请删去一个`);
  }
  const isRoot = region.level === 'country';
  if (isRoot ? region.parent !== undefined : region.parent === undefined || !byName.has(region.parent)) {
    throw new QingdanError(
      'QD-KNOWLEDGE',
      `regions.yaml：${region.name} 的上级「${region.parent ?? '（没有写）'}」不对，上级要写全称并排在它前面`,
    );
  }
}

function push(index: Map<string, Region[]>, form: string, region: Region): void {
  const rows = index.get(form);
  if (rows === undefined) index.set(form, [region]);
  else rows.push(region);
}
