/**
 * `npm run fit:decision [-- --questions FILE…] [--out FILE]`: fits the weights of src/ruling/scoring.ts on labelled
 * questions, on the tasks of the marked notices (not of their blind part), and on wordings of the library, each looked
 * at by a reader that hasn't seen its hand. What a case may come to are the matters found for it and the four sorts of
 * nobody's; right is what its label accepts. Prints five-fold cross-validated figures of the questions: the weights of
 * every fold are fitted on the other four and on everything else. Takes 25 minutes.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { openAssistant } from '#app/assistant.js';
import { packagePath } from '#app/files.js';
import { parseQuestionSet } from '#evaluation/question-set.js';
import { type Case, type ChoiceModel, fitChoices, type Option } from './choice-model.js';
import { acceptedBy, caseOf, NO_WEIGHTS, SIGNS, weightsFrom } from './decision-cases.js';
import { noticeCases } from './decision-notices.js';
import { wordingCases } from './decision-wordings.js';

const DAY = '2026-11-23';
const FOLDS = 5;
/** One wording in so many, so that they don't outweigh the questions. */
const STEP = 6;
/** How much a wording and a task of a notice count beside a question. */
const WEIGHTS = { wording: 0.12, task: 0.25 } as const;
const { values } = parseArgs({
  options: {
    questions: {
      type: 'string',
      multiple: true,
      default: ['questions', 'lifelike', 'round-2026-11', 'round-2026-11-27'].map((name) =>
        packagePath('test', 'evaluation', `${name}.jsonl`),
      ),
    },
    out: { type: 'string', default: packagePath('knowledge', 'weights', 'decision.json') },
  },
});

const texts = values.questions.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const questions = texts.flatMap(({ path, text }) => parseQuestionSet(text, path));
const assistant = openAssistant({ today: DAY, weights: NO_WEIGHTS });
const cases = questions
  .filter(({ verdicts }) => verdicts.length > 0)
  .map((question) => caseOf(assistant.ruler.find(question), acceptedBy(question)));
const others = [
  ...noticeCases(assistant, packagePath('test', 'evaluation', 'notices'), DAY, WEIGHTS.task),
  ...wordingCases(DAY, STEP, WEIGHTS.wording),
];

for (let fold = 0; fold < FOLDS; fold++) {
  const model = fitChoices([...cases.filter((_, i) => i % FOLDS !== fold), ...others], SIGNS);
  const held = cases.filter((_, i) => i % FOLDS === fold);
  const answerable = held.filter(({ options }) => options.some(({ right }) => right));
  const right = answerable.filter((one) => bestOf(one, model)?.right);
  console.log(`fold ${fold + 1}: right first in ${right.length} of ${answerable.length} (of ${held.length})`);
}

const model = fitChoices([...cases, ...others], SIGNS);
const weights = weightsFrom(model.weights, {
  name: values.questions.map((path) => basename(path)).join('+'),
  sha256: createHash('sha256')
    .update(texts.map(({ text }) => text).join('\0'))
    .digest('hex'),
  questions: cases.length,
  cases: cases.length + others.length,
});
writeFileSync(values.out, `${JSON.stringify(weights, null, 2)}\n`);
console.log(JSON.stringify(weights, null, 2));

function bestOf({ options }: Case, { score }: ChoiceModel): Option | undefined {
  return options.reduce<Option | undefined>(
    (best, option) => (best === undefined || score(option) > score(best) ? option : best),
    undefined,
  );
}
