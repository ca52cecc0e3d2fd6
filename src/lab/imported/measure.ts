import type { Answer } from '#answer/index.js';
import { type Assistant, openAssistant } from '#app/assistant.js';
import { openJoiner } from '#app/joiner.js';
import { readKnowledge } from '#app/open.js';
import { isOfficeDocument, isOfficeMatter } from '#catalogue/office.js';
import { readFileContent } from '#documents/read.js';
import { QingdanError } from '#errors.js';
import { extractLists } from '#importing/extract.js';
import { joinPlan } from '#importing/joining/join-plan.js';
import { type JoinedRow, NO_CHOICES } from '#importing/joining/joined-row.js';
import { importOptions } from '#importing/options.js';
import { planImport } from '#importing/plan.js';
import { canLoad } from '#importing/report.js';
import { metadataOf } from '#importing/template.js';
import type { Verdict } from '#ruling/index.js';
import { normalise } from '#text/normalise.js';
import { type MarkedRow, OWN, type RowQuestion } from './set.js';

/** A workbook as `kb import --yes` would load it, with nobody choosing, and an assistant that holds it. */
export interface Imported {
  readonly region: string;
  readonly joins: readonly JoinedRow[];
  readonly assistant: Assistant;
}

/**
 * @param region where its title doesn't say it
 * @param today YYYY-MM-DD, the day that is asked on
 * @throws QingdanError QD-IMPORT where `kb import` would load nothing, and as the readers of files
 */
export async function importWorkbook(
  bytes: Uint8Array,
  name: string,
  { region, today }: { region?: string | undefined; today: string },
): Promise<Imported> {
  const kb = readKnowledge();
  const content = await readFileContent(bytes, name);
  const options = importOptions({ kind: [], region }, metadataOf(content), name, kb.regions);
  const plan = planImport(extractLists(content), kb, options);
  const [refused] = plan.findings.filter(({ severity }) => severity === 'error');
  if (!canLoad(plan)) throw new QingdanError('QD-IMPORT', `${name}：${refused?.problem ?? '没有清单'}`);
  const joined = joinPlan(plan, openJoiner(), NO_CHOICES);
  const documents = joined.plan.documents.map(({ document }) => document);
  return {
    region: region ?? documents[0]?.region ?? '',
    joins: joined.rows,
    assistant: openAssistant({ office: { documents, texts: new Map() }, today }),
  };
}

/** What became of a row. `held`: nothing was said of which matter is right. */
export interface JudgedJoin {
  readonly join: JoinedRow;
  readonly outcome: 'right' | 'wrong' | 'open' | 'held';
}

export function judgeJoins(joins: readonly JoinedRow[], marked: readonly MarkedRow[]): JudgedJoin[] {
  const right = new Map(marked.map(({ name, matters }) => [normalise(name), matters]));
  return joins.map((join) => {
    if (join.matter === null) return { join, outcome: 'open' };
    const may = right.get(normalise(join.name));
    if (may === undefined) return { join, outcome: 'held' };
    const isRight = may.includes(isOfficeMatter(join.matter) ? OWN : join.matter);
    return { join, outcome: isRight ? 'right' : 'wrong' };
  });
}

/**
 * How a question was answered. `own`: the right verdict, from the office's document; `row`: and from the very row.
 * `other`: the right verdict from another document. `silent`: nothing was claimed of any list. `wrong`: another verdict.
 */
export type Answered = 'row' | 'own' | 'other' | 'silent' | 'wrong';

/** Verdicts that claim nothing of a list. */
const SILENT: ReadonlySet<Verdict> = new Set(['clarify', 'not-listed', 'information', 'out-of-scope']);

export interface JudgedAnswer {
  readonly question: RowQuestion;
  readonly answer: Answer;
  readonly answered: Answered;
}

export function askAll({ assistant, region }: Imported, questions: readonly RowQuestion[]): JudgedAnswer[] {
  return questions.map((question) => {
    const answer = assistant.decide({ text: question.text, region });
    return { question, answer, answered: judge(question, answer, assistant) };
  });
}

function judge(
  { row, expect }: RowQuestion,
  { verdict, item, citations }: Answer,
  { kb }: Assistant,
): Answered {
  if (!expect.includes(verdict)) return SILENT.has(verdict) ? 'silent' : 'wrong';
  const [first] = citations;
  const document = first === undefined ? undefined : kb.documentById.get(first.documentId);
  if (document === undefined || !isOfficeDocument(document)) return 'other';
  return item !== null && normalise(item.name) === normalise(row) ? 'row' : 'own';
}
