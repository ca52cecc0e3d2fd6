import { z } from 'zod';
import { readYaml, type TextFile } from '#text/yaml.js';
import type { Regions } from './regions.js';
import { EVIDENCE, text } from './schema.js';

const areaSchema = z.strictObject({
  name: text,
  aliases: z.array(text).default([]),
  /** Full names. */
  regions: z.array(text).min(2),
  source: z.strictObject({
    title: text,
    locator: text,
    evidence: z.enum(EVIDENCE),
    url: z.string().regex(/^https?:\/\/\S+$/),
  }),
});

/** Several regions under one name that is no division: 长三角. */
export type Area = z.infer<typeof areaSchema>;

/** @throws QingdanError QD-YAML, QD-SCHEMA */
export function parseAreas(file: TextFile): readonly Area[] {
  return readYaml(file, z.strictObject({ areas: z.array(areaSchema) })).areas;
}

/** The area that a text names; null where none. */
export function areaIn(areas: readonly Area[], words: string): Area | null {
  return areas.find(({ name, aliases }) => [name, ...aliases].some((one) => words.includes(one))) ?? null;
}

/** Whether a region (full name) is one of the area's or lies within one. */
export function liesIn(regions: Regions, area: Area, name: string): boolean {
  const region = regions.get(name);
  return region !== undefined && regions.lineage(region).some((level) => area.regions.includes(level.name));
}
