import type { Answer } from '#answer/index.js';
import type { Additions } from '#catalogue/matters/additions.js';
import { QingdanError } from '#errors.js';
import { judge } from '#evaluation/judge.js';
import type { KeptQuestion, Said, Tried } from '#review/index.js';
import type { Role, Verdict } from '#ruling/index.js';
import { type Assistant, type AssistantOptions, openAssistant } from './assistant.js';
import { GOLDEN_DAY, readGolden } from './golden.js';
import type { OfficeLists } from './open.js';

/** One question of a trial. */
interface TrialQuestion {
  text: string;
  role?: Role | undefined;
  region?: string | undefined;
  date?: string | undefined;
  today: string;
  /** Verdicts that are right; none where nobody has said. */
  verdicts: readonly Verdict[];
  /** Rows and documents that the answer may rest on; any where left out. */
  items?: readonly string[] | undefined;
  documents?: readonly string[] | undefined;
}

export interface TrialRequest {
  office: OfficeLists;
  /** What would hold: what the office has added and one proposal more. */
  additions: Additions;
  /** The proposal's wordings, each asked for a region. */
  own: readonly { text: string; region: string | null }[];
  kept: readonly KeptQuestion[];
  /** YYYY-MM-DD. */
  today: string;
  /** The questions that ship are asked as well. */
  shipped: boolean;
}

export interface TrialResult {
  own: Tried[];
  office: Tried[];
  shipped: Tried[];
}

export interface TrialProgress {
  done: number;
  total: number;
}

/** Questions between two steps: some 100 ms. */
const STEP = 20;

/**
 * Asks every question twice, without and with what is proposed, in steps between which other work goes on. Takes some
 * 10 ms of a core for each question, and two openings of an assistant.
 */
export function* trialSteps(
  request: TrialRequest,
  options: Pick<AssistantOptions, 'prefer'> = {},
): Generator<TrialProgress, TrialResult> {
  const { office, additions, today } = request;
  const sets = questionsOf(request);
  const all = [...sets.own, ...sets.office, ...sets.shipped];
  const total = all.length * 2;
  const before = yield* answers(openAssistant({ ...options, office, today }).decide, all, 0, total);
  const changed = { ...office, additions };
  const after = yield* answers(
    openAssistant({ ...options, office: changed, today }).decide,
    all,
    all.length,
    total,
  );
  const tried = all.map((question, i) => triedOf(question, before[i] ?? null, after[i] ?? null));
  const ends = [sets.own.length, sets.own.length + sets.office.length];
  const part = (from?: number, to?: number) => tried.slice(from, to).filter((one) => one !== null);
  return { own: part(0, ends[0]), office: part(ends[0], ends[1]), shipped: part(ends[1]) };
}

function questionsOf({ own, kept, today, shipped }: TrialRequest) {
  return {
    own: own.map(
      ({ text, region }): TrialQuestion => ({
        text,
        region: region ?? undefined,
        today,
        verdicts: [],
      }),
    ),
    office: kept.map(
      ({ text, role, region, expected, row }): TrialQuestion => ({
        text,
        role: role ?? undefined,
        region: region ?? undefined,
        today,
        verdicts: expected,
        items: row === null ? undefined : [row],
      }),
    ),
    shipped: (shipped ? readGolden() : []).map(
      ({ text, role, region, date, verdicts, items, documents }): TrialQuestion => ({
        text,
        role,
        region,
        date,
        today: GOLDEN_DAY,
        verdicts,
        items,
        documents,
      }),
    ),
  };
}

function* answers(
  decide: Assistant['decide'],
  questions: readonly TrialQuestion[],
  before: number,
  total: number,
): Generator<TrialProgress, (Answer | null)[]> {
  const found: (Answer | null)[] = [];
  for (const question of questions) {
    if (found.length % STEP === 0) yield { done: before + found.length, total };
    found.push(answered(decide, question));
  }
  return found;
}

/** None where the question can't be asked any more: its region may have gone. */
function answered(
  decide: Assistant['decide'],
  { text, role, region, date, today }: TrialQuestion,
): Answer | null {
  try {
    return decide({ text, role, region, date, today });
  } catch (error) {
    if (error instanceof QingdanError) return null;
    throw error;
  }
}

function triedOf(question: TrialQuestion, before: Answer | null, after: Answer | null): Tried | null {
  if (before === null || after === null) return null;
  const { text, region, verdicts, items, documents } = question;
  const isRight = (answer: Answer) =>
    judge(
      {
        id: '',
        text,
        expected: [...verdicts],
        verdicts,
        items: items && [...items],
        documents: documents && [...documents],
      },
      answer,
    ) === 'right';
  const right = verdicts.length === 0 ? null : { before: isRight(before), after: isRight(after) };
  return { text, region: region ?? null, before: saidOf(before), after: saidOf(after), right };
}

const saidOf = ({ verdict, band, item, candidates, explanation }: Answer): Said => ({
  verdict,
  band,
  name: item?.name ?? explanation.subject ?? candidates[0]?.name ?? null,
  row: item?.id ?? explanation.decidedBy,
});
