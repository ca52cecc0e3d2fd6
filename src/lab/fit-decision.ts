/**
 * `npm run fit:decision [-- --questions FILE…] [--out FILE]`: fits the weights of src/ruling/scoring.ts on labelled
 * questions. Every matter that a question comes near to is one pair; it is right when one of the question's accepted
 * rows is among the matter's. Logistic regression by gradient descent from fixed starting weights, each weight held to
 * its feature's sign, so the result is the same every time. Prints five-fold cross-validated figures.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { openAssistant } from '#app/assistant.js';
import { packagePath } from '#app/files.js';
import { rowId } from '#catalogue/rows.js';
import { type LabelledQuestion, parseQuestionSet } from '#evaluation/question-set.js';
import {
  contextOf,
  EVIDENCE_FEATURES,
  type EvidenceFeature,
  evidenceOf,
  type ScoringWeights,
} from '#ruling/index.js';
import { type Example, fitLogistic } from './logistic.js';

const DAY = '2026-11-23';
const { values } = parseArgs({
  options: {
    questions: {
      type: 'string',
      multiple: true,
      default: ['questions', 'lifelike'].map((name) => packagePath('test', 'evaluation', `${name}.jsonl`)),
    },
    out: { type: 'string', default: packagePath('knowledge', 'weights', 'decision.json') },
  },
});

/** Hits per question that count as pairs; those behind are never answered with. */
const PAIRS = 6;
const FOLDS = 5;

const texts = values.questions.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const questions = texts.flatMap(({ path, text }) => parseQuestionSet(text, path));
const names = EVIDENCE_FEATURES.map(({ name }) => name);
const neutral: ScoringWeights = {
  constant: 0,
  weights: Object.fromEntries(names.map((name) => [name, name === 'clause' ? 1 : 0])) as Record<
    EvidenceFeature,
    number
  >,
  data: { name: 'none', sha256: '', questions: 0, pairs: 0 },
};
const assistant = openAssistant({ today: DAY, weights: neutral });
const groups = questions.filter(({ verdicts }) => verdicts.length > 0).map(examplesOf);
const signs = EVIDENCE_FEATURES.map(({ sign }) => sign);

for (let fold = 0; fold < FOLDS; fold++) {
  const model = fitLogistic(groups.filter((_, i) => i % FOLDS !== fold).flat(), signs);
  const held = groups.filter((_, i) => i % FOLDS === fold);
  let right = 0;
  let answerable = 0;
  for (const group of held) {
    const best = [...group].sort((a, b) => model.score(b.x) - model.score(a.x))[0];
    if (!group.some(({ y }) => y === 1)) continue;
    answerable++;
    if (best?.y === 1) right++;
  }
  console.log(`fold ${fold + 1}: right row first in ${right} of ${answerable}`);
}
const pairs = groups.flat();
const { constant, weights } = fitLogistic(pairs, signs);
const fitted: ScoringWeights = {
  constant: rounded(constant),
  weights: Object.fromEntries(names.map((name, i) => [name, rounded(weights[i] ?? 0)])) as Record<
    EvidenceFeature,
    number
  >,
  data: {
    name: values.questions.map((path) => basename(path)).join('+'),
    sha256: createHash('sha256')
      .update(texts.map(({ text }) => text).join('\0'))
      .digest('hex'),
    questions: groups.length,
    pairs: pairs.length,
  },
};
writeFileSync(values.out, `${JSON.stringify(fitted, null, 2)}\n`);
console.log(JSON.stringify(fitted, null, 2));

function examplesOf(question: LabelledQuestion): Example[] {
  const { text, role, region, date, items = [], documents = [] } = question;
  const { hits, frames, inForce } = assistant.ruler.consider({ text, role, region, date });
  const open = hits.filter(({ veto }) => veto === null).slice(0, PAIRS);
  return open.map((hit) => {
    const evidence = evidenceOf(hit, contextOf(hit, hits, frames, inForce));
    const accepted = hit.matter.rows.some(
      (row) =>
        items.includes(rowId(row)) || (row.type === 'provision' && documents.includes(row.document.id)),
    );
    return { x: names.map((name) => evidence[name]), y: accepted ? 1 : 0 };
  });
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
