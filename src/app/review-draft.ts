import type { z } from 'zod';
import type { Additions } from '#catalogue/matters/additions.js';
import { QingdanError, shown } from '#errors.js';
import {
  additionsHash,
  type Draft,
  draftSchema,
  type Group,
  type KeptDraft,
  keptSchema,
  LONGEST_WORDING_TAKEN,
  type OpenQuestion,
  type Trial,
  triedSet,
} from '#review/index.js';
import { normalise } from '#text/normalise.js';
import type { TrialResult } from './trial.js';

/** Wordings taken of a group where none are chosen: different ones, the newest. */
const TAKEN = 30;

/** The questions of a group that are meant. @throws QingdanError QD-ID for one that isn't in it */
export function chosenOf({ id, questions }: Group, ids: readonly string[] | undefined): OpenQuestion[] {
  if (ids === undefined) return [...questions];
  const byId = new Map(questions.map((question) => [question.id, question]));
  return ids.map((one) => {
    const found = byId.get(one);
    if (found !== undefined) return found;
    throw new QingdanError('QD-ID', `未答的一组 ${id} 里没有问题「${shown(one)}」`);
  });
}

/** The texts of questions as wordings: each once, none that is as long as a notice. */
export function wordingsOf(questions: readonly OpenQuestion[]): string[] {
  const texts = new Map(
    questions
      .filter(({ text }) => [...text].length <= LONGEST_WORDING_TAKEN)
      .map(({ text }) => [normalise(text), text] as const),
  );
  return [...texts.values()].slice(0, TAKEN);
}

/** @throws QingdanError QD-INPUT */
export const checkedDraft = (draft: unknown): Draft => checked(draftSchema, draft, '提案');
/** @throws QingdanError QD-INPUT */
export const checkedKept = (draft: unknown): KeptDraft => checked(keptSchema, draft, '要留存的问题');

function checked<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new QingdanError(
    'QD-INPUT',
    `${what}的 ${issue?.path.join('.') ?? ''} 不对：${issue?.message ?? ''}`,
    {
      cause: result.error,
    },
  );
}

/** What a trial came to, as it is kept with its proposal. */
export function trialOf(
  { own, office, shipped }: TrialResult,
  { at, version, held }: { at: string; version: string; held: Additions },
): Trial {
  return {
    at,
    version,
    additions: additionsHash(held),
    own,
    office: triedSet(office),
    shipped: triedSet(shipped),
  };
}
