import { z } from 'zod';
import { EVIDENCE } from '#catalogue/schema.js';
import { readYaml, type TextFile } from '#text/yaml.js';
import { KIND_IDS } from './kind.js';
import { ORGANISATION_CLASSES } from './kinds/organisations.js';

const text = z.string().trim().min(1);
const rowId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** How many of something there may be: `row` of the knowledge base says so. */
const limitSchema = z.strictObject({
  register: z.enum(KIND_IDS),
  field: text,
  is: text,
  most: z.number().int().positive(),
  row: rowId,
});

/** Where a fact of these files comes from, where it is no row of the knowledge base. */
const sourceSchema = z.strictObject({
  title: text,
  /** `borne` when left out. */
  titleIs: z.enum(['borne', 'ours']).optional(),
  locator: text,
  region: text,
  evidence: z.enum(EVIDENCE),
  url: z.string().regex(/^https?:\/\/\S+$/),
});

const classSchema = z.strictObject({
  name: z.enum(ORGANISATION_CLASSES),
  /** Words of what it does, which a task is held against. */
  does: z.array(text).min(1),
  says: text,
  source: sourceSchema,
});

const organisationsSchema = z.strictObject({
  classes: z.array(classSchema),
  /** Row that names the classes. */
  named: rowId,
  purchase: z.array(z.strictObject({ id: text, says: text, source: sourceSchema })),
});

/** Which entries of a register count: all where nothing more is said. */
const measureSchema = z.strictObject({
  register: z.enum(KIND_IDS),
  /** `on`: on the register and not ended or refused. Default: all that aren't ended. */
  state: z.enum(['on', 'recorded']).optional(),
  field: text.optional(),
  is: text.optional(),
  /** Fields that have to be filled in, or empty. */
  with: text.optional(),
  without: text.optional(),
});

const selfCheckSchema = z.strictObject({
  chapters: z.array(z.strictObject({ id: text, name: text, row: rowId })).min(1),
  questions: z
    .array(
      z.strictObject({
        id: text,
        chapter: text,
        ask: text,
        rows: z.array(rowId).min(1),
        measure: measureSchema.optional(),
        good: z.number().int().nonnegative().optional(),
      }),
    )
    .min(1),
});

export type Limit = z.infer<typeof limitSchema>;
export type FactSource = z.infer<typeof sourceSchema>;
export type OrganisationFacts = z.infer<typeof organisationsSchema>;
export type Measure = z.infer<typeof measureSchema>;
export type SelfCheck = z.infer<typeof selfCheckSchema>;

/** What knowledge/registers says. */
export interface RegisterFacts {
  readonly limits: readonly Limit[];
  readonly organisations: OrganisationFacts;
  readonly selfCheck: SelfCheck;
  /** Groups of names of one and the same field, the first being the one shown. */
  readonly fieldNames: readonly (readonly string[])[];
}

/** Names of the files in the folder. */
export const FACT_FILES = ['limits', 'organisations', 'self-check', 'field-names'] as const;
export type FactFiles = Readonly<Record<(typeof FACT_FILES)[number], TextFile>>;

/** @throws QingdanError QD-YAML, QD-SCHEMA */
export function parseRegisterFacts(files: FactFiles): RegisterFacts {
  return {
    limits: readYaml(files.limits, z.strictObject({ limits: z.array(limitSchema) })).limits,
    organisations: readYaml(files.organisations, organisationsSchema),
    selfCheck: readYaml(files['self-check'], selfCheckSchema),
    fieldNames: readYaml(files['field-names'], z.strictObject({ names: z.array(z.array(text).min(1)) }))
      .names,
  };
}

/** Every row of the knowledge base that the facts lean on. */
export function rowsOfFacts({ limits, organisations, selfCheck }: RegisterFacts): string[] {
  return [
    ...limits.map(({ row }) => row),
    organisations.named,
    ...selfCheck.chapters.map(({ row }) => row),
    ...selfCheck.questions.flatMap(({ rows }) => rows),
  ];
}
