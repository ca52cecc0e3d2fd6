import type { Catalogue } from '../catalogue/catalogue.js';
import { type Citation, toCitation } from '../catalogue/citation.js';
import type { KnowledgeBase } from '../catalogue/knowledge-base.js';
import { type Row, rowId } from '../catalogue/rows.js';
import type { Answer, AnswerItem, Band, Candidate, Choice, Question, Role, Verdict } from './answer.js';
import { closingLine, sourceLines } from './compose.js';
import type { Frame } from './frame.js';
import { candidateOf, type Hit, round } from './hits.js';
import type { RowsInForce } from './ruling.js';
import type { Scope } from './scope.js';
import { THRESHOLDS } from './thresholds.js';

/** Everything that is known when an answer is put together. */
export interface Situation {
  kb: KnowledgeBase;
  question: Question;
  /** The question as it may be stored and shown: personal data masked. */
  shown: string;
  scope: Scope;
  catalogue: Catalogue;
  inForce: RowsInForce;
  /** All clauses read. */
  frames: readonly Frame[];
  /** The clause that asks. */
  frame: Frame;
  /** Best first; vetoed ones included. */
  hits: readonly Hit[];
  role: Role;
}

/** What one kind of answer adds to the situation. */
export interface Draft {
  verdict: Verdict;
  band: Band;
  /** The hit that the answer speaks of. */
  lead?: Hit | undefined;
  item?: AnswerItem | undefined;
  lines: readonly string[];
  /** Rows to cite, the deciding one first. */
  rows: readonly Row[];
  route?: string | null;
  choices?: readonly Choice[];
  /** Region of the row that decided. */
  level?: string | undefined;
  notes?: readonly string[];
}

const CANDIDATES = 5;

/** The whole answer. */
export function finish(situation: Situation, draft: Draft): Answer {
  const { kb, scope, catalogue, frame, hits } = situation;
  const lead = draft.lead ?? hits[0];
  const citations = citationsOf(draft.rows);
  const closing = closingLine(catalogue, kb.version, scope.dateAsked);
  const candidates: Candidate[] = hits
    .filter((hit) => hit.veto === null)
    .slice(0, CANDIDATES)
    .map((hit) => candidateOf(hit, situation.inForce));
  const vetoes = hits
    .filter((hit) => hit.veto !== null)
    .slice(0, CANDIDATES)
    .map((hit) => ({ id: candidateOf(hit, situation.inForce).id, reason: hit.veto as string }));
  return {
    question: situation.shown,
    verdict: draft.verdict,
    band: draft.band,
    probability: round(lead?.probability ?? 0),
    item: draft.item ?? null,
    candidates,
    citations,
    route: draft.route ?? null,
    text: [...draft.lines, ...sourceLines(citations), closing].join('\n'),
    choices: [...(draft.choices ?? [])],
    explanation: {
      frame: { kind: frame.kind, act: frame.act, object: frame.object },
      region: catalogue.region.name,
      date: scope.date,
      wording: lead?.wording ?? null,
      matched: lead?.coverage.matched ?? [],
      differed: lead?.coverage.differed ?? [],
      decidedBy: draft.rows[0] === undefined || draft.band !== 'answer' ? null : rowId(draft.rows[0]),
      rows: draft.rows.map(rowId),
      level: draft.level ?? null,
      vetoes,
      threshold: { answer: THRESHOLDS.answer, confirm: THRESHOLDS.confirm },
      notes: [...(draft.notes ?? [])],
      body: [...draft.lines],
      closing,
    },
    catalogueVersion: kb.version,
  };
}

/** One citation for each place in a document, however many rows stand there. */
function citationsOf(rows: readonly Row[]): Citation[] {
  const byPlace = new Map<string, Citation>();
  for (const citation of rows.map(toCitation)) {
    const place = `${citation.documentId}\n${citation.title}\n${citation.locator}`;
    if (!byPlace.has(place)) byPlace.set(place, citation);
  }
  return [...byPlace.values()];
}
