import { type Catalogue, catalogueFor } from '../catalogue/catalogue.js';
import type { KnowledgeBase } from '../catalogue/knowledge-base.js';
import type { Answer, Question, Role } from './answer.js';
import { clarifyingAnswer, outOfScopeAnswer, whichRegionAnswer } from './answers/asking.js';
import { browsingAnswer, informingAnswer } from './answers/informing.js';
import { listedAnswer } from './answers/listed.js';
import { unlistedAnswer } from './answers/unlisted.js';
import { choose } from './choose.js';
import { inContext } from './context.js';
import type { CueReader } from './cues.js';
import { clausesOf, readFrame } from './frame.js';
import type { HitFinder } from './hits.js';
import { checkQuestion } from './question.js';
import { type RowsInForce, rowsInForce } from './ruling.js';
import { scopeOf } from './scope.js';
import type { ScoringWeights } from './scoring.js';
import { type Draft, finish, type Situation } from './situation.js';

/** Turns a question into an answer; the same question on the same knowledge and day gives the same answer. */
export interface Decider {
  /** @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-INPUT, QD-REGION, QD-DATE */
  decide(question: Question): Answer;
  /** What is known before the answer is chosen; weights are fitted on it. Throws as `decide` does. */
  read(question: Question): Situation;
}

export interface DeciderParts {
  kb: KnowledgeBase;
  reader: CueReader;
  finder: HitFinder;
  weights: ScoringWeights;
  /** Makes a question ready: `shown` is masked, `core` also normalised and without dialect and fillers. */
  prepare(text: string): { shown: string; core: string };
  /** YYYY-MM-DD; what 现在 means where a question doesn't say it. */
  today: string;
}

/** Pieces read of one question; each costs one or two look-ups. */
const PIECES = 6;
/** Catalogues kept; a batch asks for few regions and days. */
const CATALOGUES = 64;
const DEFAULT_ROLE: Role = 'resident';

export function createDecider(parts: DeciderParts): Decider {
  const { kb, reader, finder } = parts;
  const catalogues = new Map<string, { catalogue: Catalogue; inForce: RowsInForce }>();

  const catalogueAt = (scope: Situation['scope']) => {
    const key = `${scope.region?.name ?? ''} ${scope.date}`;
    const known = catalogues.get(key);
    if (known) return known;
    const catalogue = catalogueFor(kb, scope.region, scope.date);
    const made = { catalogue, inForce: rowsInForce(catalogue) };
    if (catalogues.size >= CATALOGUES) catalogues.clear();
    catalogues.set(key, made);
    return made;
  };

  const read = (question: Question): Situation => {
    const { text, role } = checkQuestion(question);
    const { shown, core } = parts.prepare(text);
    const scope = scopeOf(kb, question, core, question.today ?? parts.today);
    const frames = clausesOf(scope.text, PIECES).map((piece) => readFrame(piece, reader));
    const { catalogue, inForce } = catalogueAt(scope);
    const hits = inContext(finder.find(frames), frames, scope, inForce, parts.weights);
    const frame = hits.find((hit) => hit.veto === null)?.frame ?? frames[0] ?? readFrame(scope.text, reader);
    return {
      kb,
      question,
      shown,
      scope,
      catalogue,
      inForce,
      frames,
      frame,
      hits,
      role: role ?? DEFAULT_ROLE,
    };
  };
  return {
    read,
    decide(question) {
      const situation = read(question);
      return finish(situation, draftFor(situation));
    },
  };
}

function draftFor(situation: Situation): Draft {
  if (situation.scope.ambiguous.length > 0) return whichRegionAnswer(situation);
  const choice = choose(situation);
  switch (choice.type) {
    case 'listed':
      return listedAnswer(situation, choice.hit, choice.ruling);
    case 'unlisted':
      return unlistedAnswer(situation, choice.certificate, choice.hit);
    case 'fact':
      return informingAnswer(situation, choice.hit);
    case 'browse':
      return browsingAnswer(situation, choice.kinds);
    case 'ask':
      return clarifyingAnswer(situation, choice.hits);
    case 'none':
      return outOfScopeAnswer();
  }
}
