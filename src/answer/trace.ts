import { rowId } from '#catalogue/rows.js';
import type { Clause, Doc, Span } from '#language/index.js';
import {
  candidateOf,
  type EvidenceFeature,
  findContext,
  type Hit,
  type Judged,
  type Ruled,
  type Ruler,
  type Ruling,
  type Situation,
} from '#ruling/index.js';
import type { Answer } from './answer.js';

/** Hits shown of each case; those behind are never answered with. */
const SHOWN = 6;
/** A feature that moved the logit by less says nothing to a reader. */
const LEAST = 0.05;

type Traced = Record<string, unknown>;
type Weighing = Pick<Ruler, 'findFor' | 'weights' | 'explain'>;

/** How a question was read, judged and answered, stage by stage, as plain data. */
export function traceOfQuestion(ruled: Ruled, answer: Answer, ruler: Weighing): Traced {
  const { doc, situation, rulings, left } = ruled;
  const answers = [answer, ...answer.further];
  return {
    doc: {
      text: doc.text,
      hidden: spans(doc, doc.hidden),
      places: doc.places.map(({ regions, ...span }) => ({ words: words(doc, span), regions })),
      days: doc.days.map(({ date, ...span }) => ({ words: words(doc, span), date })),
      parties: doc.parties.map(({ party, ...span }) => `${words(doc, span)} ${party}`),
      tokens: doc.tokens.map(({ text, is }) => `${text} ${is}`),
      clauses: doc.clauses.map(clauseOf),
    },
    situation: situationOf(situation),
    cases: rulings.map((ruling, i) => ({
      ...rulingOf(doc, ruling, situation, ruler),
      sections: answers[i]?.sections.map(({ is, text }) => ({ [is]: text })),
    })),
    ...(left === 0 ? {} : { leftUnanswered: left }),
  };
}

/** Sorts less probable than this aren't shown. */
const LIKELY = 0.05;

/** How a notice was read, and each of its tasks judged. */
export function traceOfNotice(
  doc: Doc,
  judged: readonly Judged[],
  situation: Situation,
  ruler: Weighing,
): Traced {
  const { layout, reading } = doc;
  return {
    doc: {
      hidden: spans(doc, doc.hidden),
      places: doc.places.map(({ regions, ...span }) => ({ words: words(doc, span), regions })),
      layout: layout && {
        title: layout.title,
        number: layout.number,
        issuer: layout.issuer,
        addressees: [...layout.addressees],
        assessing: layout.assessing,
        body: layout.body.map(({ numbering, ...span }) => ({ numbering, text: words(doc, span) })),
        tables: layout.tables.map(({ rows }) => rows.map(({ cells }) => spans(doc, cells))),
      },
      passedOver: reading?.passedOver.map(({ reason, ...span }) => `${reason}: ${words(doc, span)}`),
    },
    situation: situationOf(situation),
    tasks: reading?.assigned.map((task, i) => ({
      phrase: words(doc, task),
      matter: task.matter,
      capacity: task.capacity,
      demand: task.demand,
      likely: Object.fromEntries(Object.entries(task.shares).filter(([, share]) => share >= LIKELY)),
      formality: judged[i]?.formality ?? null,
      verdict: judged[i]?.verdict,
      band: judged[i]?.band,
      rows: judged[i]?.rows.map(rowId),
      looked: judged[i]?.trail.map(({ ruling }) => rulingOf(doc, ruling, situation, ruler)),
    })),
  };
}

function rulingOf(doc: Doc, ruling: Ruling, situation: Situation, ruler: Weighing): Traced {
  const { case: one, hits } = ruling;
  const evidence = evidenceOn(ruling, situation, ruler);
  return {
    case: {
      source: words(doc, one.source),
      sort: one.sort,
      capacity: one.capacity,
      clauses: one.clauses.map(clauseOf),
      ...(one.rowId === undefined ? {} : { chosen: one.rowId }),
    },
    candidates: hits.slice(0, SHOWN).map((hit) => ({
      ...hitOf(hit, evidence.get(hit.matter.key) ?? {}, situation),
      learned: learnedOf(ruler, one.text, hit),
    })),
    ruling: {
      verdict: ruling.verdict,
      band: ruling.band,
      finding: ruling.finding.is,
      decidedAt: ruling.level,
      rows: ruling.rows.map(rowId),
    },
  };
}

/** What moved each matter's score, by feature, in the order of how much; a row that was chosen was not weighed. */
function evidenceOn({ case: one }: Ruling, situation: Situation, ruler: Weighing): Map<string, Traced> {
  if (one.clauses.length === 0) return new Map();
  const { found, frames } = ruler.findFor(one, situation);
  return new Map(
    findContext(found, frames, situation).map(({ hit, evidence }) => {
      const moved = Object.entries(evidence)
        .map(([name, value]) => [name, value * ruler.weights.weights[name as EvidenceFeature]] as const)
        .filter(([, by]) => Math.abs(by) >= LEAST)
        .sort(([, x], [, y]) => Math.abs(y) - Math.abs(x));
      return [hit.matter.key, Object.fromEntries(moved.map(([name, by]) => [name, rounded(by)]))];
    }),
  );
}

/** Which characters speak for it to the readers that learned, by how much. */
function learnedOf(ruler: Weighing, text: string, { matter: { label } }: Hit): Traced {
  const { fitted, counted } = ruler.explain(text, label);
  const shares = (features: typeof fitted) =>
    Object.fromEntries(features.map(({ feature, adds }) => [feature, rounded(adds)]));
  return { fitted: shares(fitted), counted: shares(counted) };
}

function hitOf(hit: Hit, evidence: Traced, { inForce }: Situation): Traced {
  const { id, name, kind } = candidateOf(hit, inForce);
  return {
    matter: hit.matter.key,
    row: id,
    name,
    kind,
    probability: rounded(hit.probability),
    wording: hit.wording,
    clause: hit.frame.clause,
    shared: hit.coverage.matched,
    differing: hit.coverage.differed,
    ...(hit.veto === null ? {} : { veto: hit.veto }),
    evidence,
  };
}

const situationOf = ({ scope, role, catalogue }: Situation): Traced => ({
  levels: catalogue.levels.map(({ name }) => name),
  date: scope.date,
  role,
  committee: scope.settlement,
});

const clauseOf = ({ frame: { clause, act, capacity, object, focus, cues } }: Clause): Traced => ({
  clause,
  act,
  capacity,
  object,
  ...(focus === '' ? {} : { focus }),
  cues: [...cues],
});

const words = ({ text }: Doc, { start, end }: Span) => text.slice(start, end);
const spans = (doc: Doc, list: readonly Span[]) => list.map((span) => words(doc, span));
const rounded = (value: number) => Math.round(value * 1000) / 1000;
