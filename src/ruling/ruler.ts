import { type KnowledgeBase, rowById } from '#catalogue/knowledge-base.js';
import type { Doc, Frame, Language } from '#language/index.js';
import type { Case } from './case.js';
import { caseWith, MOST_CASES, severalCases, wholeCase } from './cases.js';
import { type Considered, choose } from './choose.js';
import { inContext } from './context.js';
import type { Explained, Found, HitFinder } from './hit.js';
import type { Matters } from './matters.js';
import { ownFirst } from './own/own-first.js';
import type { OwnRows } from './own/own-rows.js';
import { checkQuestion, type Question } from './question.js';
import type { Ruling, Situation } from './ruling.js';
import { rulingFor, rulingOnRow, rulingOnRule, whichRegion } from './rulings.js';
import { type Scope, scopeOf } from './scope.js';
import type { ScoringWeights } from './scoring.js';
import { asSettled, type SettledQuestions } from './settled.js';
import { situations } from './situations.js';
import type { Role } from './verdict.js';

/** A question read and judged. */
export interface Ruled {
  question: Question;
  /** The question as it may be stored and shown: personal data masked. */
  shown: string;
  doc: Doc;
  situation: Situation;
  /** One for each thing asked, in the order asked; at least one. */
  rulings: readonly Ruling[];
  /** Things asked beyond those, which are left unanswered. */
  left: number;
}

/** Judges cases; the same case on the same knowledge and day gives the same ruling. */
export interface Ruler {
  /** @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-INPUT, QD-REGION, QD-DATE */
  rule(question: Question): Ruled;
  /** What is known of the whole question before its ruling is chosen; thresholds are chosen on it. Throws as `rule` does. */
  consider(question: Question): Considered;
  /** What is found for the whole question before it is weighed; weights are fitted on it. Throws as `rule` does. */
  find(question: Question): Sought;
  /** The same for a case that something else than a question makes. */
  findFor(one: Case, situation: Situation): Sought;
  /** The ruling on a case that something else than a question makes, where nobody can be asked back. */
  ruleOn(one: Case, situation: Situation): Ruling;
  situationFor(scope: Scope, role: Role): Situation;
  /** What of a case's text speaks most for a matter to the readers that learned. */
  explain(text: string, label: string): Explained;
  /** What speaks for and against each thing that came near, by how much it moved the probability. */
  readonly weights: ScoringWeights;
}

/** What is found for a question, with what it is weighed by. */
export interface Sought {
  found: Found;
  frames: readonly Frame[];
  situation: Situation;
}

export interface RulerParts {
  kb: KnowledgeBase;
  language: Language;
  finder: HitFinder;
  matters: Matters;
  /** What an office has loaded itself. */
  own: OwnRows;
  weights: ScoringWeights;
  settled: SettledQuestions;
  /** Makes a question ready: `shown` is masked, `core` also normalised and without dialect and fillers. */
  prepare(text: string): { shown: string; core: string };
  /** YYYY-MM-DD; what 现在 means where a question doesn't say it. */
  today: string;
}

const DEFAULT_ROLE: Role = 'resident';

export function createRuler(parts: RulerParts): Ruler {
  const { kb, language, finder, matters, own, weights, settled } = parts;
  const situationFor = situations(kb);

  function read(question: Question): Pick<Ruled, 'shown' | 'doc' | 'situation'> {
    const { text, role } = checkQuestion(question);
    const { shown, core } = parts.prepare(text);
    const today = question.today ?? parts.today;
    const doc = language.question(core, { today });
    const settlement = question.committee ?? language.settlementOf(doc);
    const scope = scopeOf(kb, question, doc, settlement, today);
    return { shown, doc, situation: situationFor(scope, role ?? DEFAULT_ROLE) };
  }

  /** Nobody's complaint is handed down. */
  function findFor(frames: readonly Frame[], text: string, handed: boolean | undefined): Found {
    const found = finder.find(frames, text);
    if (!handed) return found;
    return { ...found, hits: found.hits.filter(({ matter }) => matter.group !== 'demand') };
  }

  function considered(one: Case, situation: Situation): Considered {
    const { found, frames } = sought(one, situation);
    const { inForce, role } = situation;
    const weighted = ownFirst(inContext(found, frames, situation, weights), own, frames, inForce);
    return { frames, handed: one.handed ?? false, inForce, role, ...asSettled(weighted, one.text, settled) };
  }

  function sought({ clauses, text, handed }: Case, situation: Situation): Sought {
    const frames = clauses.map(({ frame }) => frame);
    return { frames, situation, found: findFor(frames, text, handed) };
  }

  function ruleOn(one: Case, situation: Situation): Ruling {
    const found = considered(one, situation);
    return rulingFor(one, choose(found), found, situation);
  }

  /** What was told of a case afterwards, read as its question was. */
  function readAdded({ added = [], today = parts.today }: Question): Doc[] {
    return added.map((text) =>
      language.question(parts.prepare(checkQuestion({ text }).text).core, { today }),
    );
  }

  function rulingsOn(doc: Doc, question: Question, situation: Situation): Pick<Ruled, 'rulings' | 'left'> {
    const { rowId, about, as, added = [] } = question;
    const whole = wholeCase(doc, as);
    const one = (ruling: Ruling) => ({ rulings: [ruling], left: 0 });
    if (situation.scope.ambiguous.length > 0) return one(whichRegion(whole, situation));
    const told = about === undefined ? undefined : matters.byLabel.get(about)?.[0];
    if (told !== undefined) return one(rulingOnRule(told, whole, situation));
    const row = rowId === undefined ? undefined : rowById(kb, rowId);
    const matter = row === undefined ? undefined : matters.ofRow(row);
    if (row !== undefined && matter !== undefined) return one(rulingOnRow(row, matter, situation));
    if (added.length > 0) return one(ruleOn(caseWith(whole, readAdded(question)), situation));
    const cases = as === undefined ? severalCases(doc) : [];
    const rulings = cases.slice(0, MOST_CASES).map((part) => ruleOn(part, situation));
    return areSeveral(rulings)
      ? { rulings, left: cases.length - rulings.length }
      : one(ruleOn(whole, situation));
  }

  return {
    weights,
    situationFor,
    explain: finder.explain,
    ruleOn,
    rule(question) {
      const { shown, doc, situation } = read(question);
      return { question, shown, doc, situation, ...rulingsOn(doc, question, situation) };
    },
    consider(question) {
      const { doc, situation } = read(question);
      return considered(wholeCase(doc, question.as), situation);
    },
    find(question) {
      const { doc, situation } = read(question);
      return sought(wholeCase(doc, question.as), situation);
    },
    findFor: sought,
  };
}

/** Whether each part by itself comes to something, and to something else than the others. */
function areSeveral(rulings: readonly Ruling[]): boolean {
  if (rulings.length < 2) return false;
  const comesTo = ({ verdict, finding, lead }: Ruling): string | null => {
    if (verdict === 'clarify' || verdict === 'out-of-scope') return null;
    if (finding.is === 'unlisted' && finding.name === null) return null;
    return finding.is === 'unlisted' ? finding.name : (lead?.matter.key ?? finding.is);
  };
  const said = rulings.map(comesTo);
  return !said.includes(null) && new Set(said).size === said.length;
}
