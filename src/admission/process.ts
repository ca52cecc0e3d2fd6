import { z } from 'zod';
import { ROLES } from '#access/roles.js';
import { id, text } from '#catalogue/schema.js';
import { readYaml, type TextFile } from '#text/yaml.js';

/** The steps that a procedure may have, in the order in which they are taken. */
export const STEPS = ['apply', 'review', 'meeting', 'decide', 'enter', 'means', 'leave'] as const;
export type StepName = (typeof STEPS)[number];

export const STEP_NAMES = {
  apply: '申请',
  review: '审核',
  meeting: '会商',
  decide: '决定',
  enter: '进入社区',
  means: '费随事转',
  leave: '退出',
} as const satisfies Record<StepName, string>;

const stepSchema = z.strictObject({
  step: z.enum(STEPS),
  /** Who takes it, as the source names them. */
  who: text.optional(),
  /** What is done, in the project's own words. */
  does: text,
  /** Name of the paper to be filled in. */
  form: text.optional(),
  /** Working days that the step may take, counted from the submission. */
  limit: z.number().int().positive().optional(),
  /** Working days by which an application has to come before the task begins. */
  lead: z.number().int().positive().optional(),
  /** Roles that take it in this program; left out where it is the applicant's or nobody's. */
  roles: z.array(z.enum(ROLES)).min(1).optional(),
  /** Item or provision of the knowledge base that says so. */
  row: id.optional(),
  /** What the source leaves open. */
  gap: text.optional(),
});

export const processSchema = z.strictObject({
  id,
  /** Full name as in regions.yaml. */
  region: text,
  name: text,
  /** Item or provision that says that there is such a procedure. */
  row: id,
  steps: z.array(stepSchema),
  /** What isn't known of the procedure as a whole. */
  gap: text.optional(),
});

export type ProcessStep = z.infer<typeof stepSchema>;
export type ProcessData = z.infer<typeof processSchema>;

/** The procedure of one file. @throws QingdanError QD-YAML, QD-SCHEMA */
export function parseProcess(file: TextFile): ProcessData {
  return readYaml(file, processSchema);
}

/** A step as it holds somewhere. */
export interface HeldStep extends ProcessStep {
  /** No source of the region tells of it: it is this program's own way of going about it. */
  readonly isDefault: boolean;
}

/** 准入程序 as it holds for one region. */
export interface AdmissionProcess {
  readonly id: string;
  /** Region whose procedure it is: the one asked about or one above it. */
  readonly region: string;
  readonly name: string;
  readonly row: string;
  /** In the order of `STEPS`. */
  readonly steps: readonly HeldStep[];
  /** Nothing of it is the region's own. */
  readonly isDefault: boolean;
  readonly gap: string | null;
}

/** Steps that an application can't do without, taken from the default where no source tells of them. */
const NEEDED: ReadonlySet<StepName> = new Set(['apply', 'review', 'meeting', 'decide']);

/**
 * The procedure of the nearest region that has one. Where its source tells who decides, nothing is added between; where
 * it doesn't, the default's steps fill the gaps and say that they do.
 * @param lineage full names: the region, then every level above it; the default's region last
 * @throws Error where not even the last has one: the knowledge is incomplete
 */
export function processFor(all: readonly ProcessData[], lineage: readonly string[]): AdmissionProcess {
  const nearest = lineage.flatMap((name) => all.filter(({ region }) => region === name));
  const [own] = nearest;
  const fallback = nearest.at(-1);
  if (own === undefined || fallback === undefined || fallback.region !== lineage.at(-1)) {
    throw new Error(`no admission procedure for ${lineage.join(', ')}`);
  }
  const told = (step: StepName) => own.steps.find((one) => one.step === step);
  const decided = told('decide') !== undefined;
  const steps = STEPS.flatMap((step): HeldStep[] => {
    const known = told(step);
    if (known !== undefined) return [{ ...known, isDefault: own === fallback }];
    const filled = fallback.steps.find((one) => one.step === step);
    // A source that tells who decides and of no review before it isn't given one.
    const between = decided && (step === 'review' || step === 'meeting');
    return filled === undefined || !NEEDED.has(step) || between ? [] : [{ ...filled, isDefault: true }];
  });
  const { id, region, name, row, gap = null } = own;
  return { id, region, name, row, steps, isDefault: own === fallback, gap };
}

export function stepOf(process: AdmissionProcess, name: StepName): HeldStep | undefined {
  return process.steps.find(({ step }) => step === name);
}
