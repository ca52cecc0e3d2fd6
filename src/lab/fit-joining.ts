/**
 * `npm run fit:joining [-- --out FILE]`: fits the weights by which an office's row joins a matter (src/importing/joining),
 * after `npm run fit:reader`. Every row of a list that ships is joined as if an office imported it: by a joiner that knows
 * no row of its document, and once more by one that knows no row of its name either. So is every row of the workbooks
 * that are marked with matters (test/evaluation/imported). One row in six is also shown without its own matter, so that
 * what is new is told from what is known. Prints, for five folds over documents and leaving each workbook out in turn,
 * how many rows are joined at each bar and how many of those wrongly. Takes a minute.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { packagePath } from '#app/files.js';
import { joinerOver, readJoinerBase } from '#app/joiner.js';
import { readKnowledge } from '#app/open.js';
import { allRows } from '#catalogue/knowledge-base.js';
import { type ItemRow, kindOf } from '#catalogue/rows.js';
import { type Considered, vectorOf } from '#importing/joining/evidence.js';
import { namesOf } from '#importing/joining/known-matters.js';
import { type Settled, settle } from '#importing/joining/settle.js';
import { sortOfKind } from '#importing/joining/sorts.js';
import { JOIN_FEATURES, type JoiningWeights } from '#importing/joining/weights.js';
import { normalise } from '#text/normalise.js';
import { type Case, type ChoiceModel, fitChoices } from './choice-model.js';
import { OWN, parseMarkedRows } from './imported/set.js';

const FOLDS = 5;
/** One row in so many is fitted as new as well: about as many as an office's list has of its own. */
const NEW = 6;
/** Compilations hold single articles of laws, worded as no office words its list. */
const COMPILED = 0.3;
/** A row that other documents name alike says less of an office's own words; one of a workbook says most. */
const ALIKE = 0.5;
const MARKED = 2;
const BARS = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
const { values } = parseArgs({
  options: { out: { type: 'string', default: packagePath('knowledge', 'weights', 'joining.json') } },
});

interface Labelled {
  /** Document or workbook. */
  from: string;
  name: string;
  /** Any of these is right; `new`: also none. */
  matters: readonly string[];
  weight: number;
  considered: readonly Considered[];
}

const NO_WEIGHTS: JoiningWeights = {
  weights: Object.fromEntries(JOIN_FEATURES.map(({ name }) => [name, 0])) as JoiningWeights['weights'],
  unknown: 0,
  data: { rows: 0, documents: 0, sha256: '' },
};
const SIGNS = [...JOIN_FEATURES.map(({ sign }) => sign), 0];

const kb = readKnowledge();
const base = readJoinerBase(kb);
const rows = allRows(kb);
const alike = shippedRows(false);
const unlike = shippedRows(true);
const marked = markedRows();
const all = [...alike, ...unlike, ...marked];
const documents = [...new Set(alike.map(({ from }) => from))];
const workbooks = [...new Set(marked.map(({ from }) => from))];
const foldOf = ({ from }: Labelled) => documents.indexOf(from) % FOLDS;
const folds = Array.from({ length: FOLDS }, (_, fold) => tried(all, (one) => foldOf(one) === fold)).flat();
const isOf = (group: readonly Labelled[]) => new Set(group.map(({ considered }) => considered));
report(
  'rows of documents',
  folds.filter(({ considered }) => isOf(alike).has(considered)),
);
report(
  'the same, named as no other is',
  folds.filter(({ considered }) => isOf(unlike).has(considered)),
);
const ofWorkbooks = workbooks.map((book) => tried(all, ({ from }) => from === book));
for (const [i, book] of workbooks.entries()) report(`workbook ${book}`, ofWorkbooks[i] ?? []);
report('all workbooks', ofWorkbooks.flat());

const model = fitChoices(all.flatMap(casesOf), SIGNS);
const rounded = model.weights.map((weight) => Math.round(weight * 1e4) / 1e4);
const fitted: JoiningWeights = {
  weights: Object.fromEntries(
    JOIN_FEATURES.map(({ name }, i) => [name, rounded[i] ?? 0]),
  ) as JoiningWeights['weights'],
  unknown: rounded[JOIN_FEATURES.length] ?? 0,
  data: {
    rows: alike.length + marked.length,
    documents: documents.length + workbooks.length,
    sha256: createHash('sha256')
      .update([...alike, ...marked].map(({ name, matters }) => `${name}\t${matters.join(' ')}`).join('\n'))
      .digest('hex'),
  },
};
writeFileSync(values.out, `${JSON.stringify(fitted, null, 2)}\n`);
console.log(JSON.stringify(fitted, null, 2));

/** Every row of a list that ships with what comes near to it, once for each name in a document. */
function shippedRows(isNameUnknown: boolean): Labelled[] {
  return kb.documents.flatMap(({ id, type }) => {
    const own = rows.filter(
      (row): row is ItemRow =>
        row.type === 'item' && row.document.id === id && sortOfKind(kindOf(row)) !== null,
    );
    if (own.length === 0) return [];
    const barred = new Set(isNameUnknown ? own.flatMap(namesOf).map(normalise) : []);
    const known = rows.filter(
      (row) => row.document.id !== id && !namesOf(row).some((name) => barred.has(normalise(name))),
    );
    const joiner = joinerOver(base, known, NO_WEIGHTS);
    const once = new Map(own.map((row) => [`${sortOfKind(kindOf(row))} ${normalise(row.item.name)}`, row]));
    return [...once.values()].map((row): Labelled => {
      const { name, matter = OWN } = row.item;
      const weight = (type === 'compilation' ? COMPILED : 1) * (isNameUnknown ? 1 : ALIKE);
      return {
        from: id,
        name,
        matters: [matter],
        weight,
        considered: joiner.consider({ name, kind: kindOf(row) }),
      };
    });
  });
}

function markedRows(): Labelled[] {
  const folder = packagePath('test', 'evaluation', 'imported');
  const joiner = joinerOver(base, rows, NO_WEIGHTS);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.matters.tsv'))
    .sort()
    .flatMap((file) =>
      parseMarkedRows(readFileSync(`${folder}/${file}`, 'utf8'), file).map(
        ({ name, kind, matters }): Labelled => ({
          from: file,
          name,
          matters,
          weight: MARKED,
          considered: joiner.consider({ name, kind }),
        }),
      ),
    );
}

function casesOf(one: Labelled, i: number): Case[] {
  const isOwn = ({ known }: Considered) => one.matters.includes(known.matter.id);
  const known = caseOf(one, one.considered);
  const unknown = caseOf(
    one,
    one.considered.filter((near) => !isOwn(near)),
  );
  return i % NEW === 0 && !one.matters.includes(OWN) ? [known, unknown] : [known];
}

function caseOf({ matters, weight }: Labelled, considered: readonly Considered[]): Case {
  const options = considered.map((near) => ({
    x: vectorOf(near),
    from: 0,
    right: matters.includes(near.known.matter.id),
  }));
  const isUnknown = matters.includes(OWN) || options.every(({ right }) => !right);
  return { weight, options: [...options, { x: [1], from: JOIN_FEATURES.length, right: isUnknown }] };
}

/** Rows with the matter that comes first, by a model that has seen none of their documents. */
function tried(group: readonly Labelled[], isHeld: (one: Labelled) => boolean) {
  const chosen = fitChoices(group.filter((one) => !isHeld(one)).flatMap(casesOf), SIGNS);
  return group.filter(isHeld).map((one) => ({ ...one, ...bestOf(one.considered, chosen) }));
}

function bestOf(considered: readonly Considered[], { score, weights }: ChoiceModel) {
  const scores = considered.map((one) => score({ x: vectorOf(one), from: 0, right: false }));
  const unknown = weights[JOIN_FEATURES.length] as number;
  const sum = scores.reduce((total, z) => total + Math.exp(z), Math.exp(unknown));
  const near = considered
    .map(({ known }, i) => ({ matter: known.matter.id, confidence: Math.exp(scores[i] as number) / sum }))
    .sort((a, b) => b.confidence - a.confidence);
  const settled: Settled = settle(near);
  return { matter: near[0]?.matter ?? OWN, confidence: near[0]?.confidence ?? 0, settled };
}

function report(what: string, tries: readonly ReturnType<typeof tried>[number][]): void {
  const wrong = tries.filter(({ matters, matter }) => !matters.includes(matter));
  console.log(`${what}: ${tries.length}, right first ${tries.length - wrong.length}`);
  for (const bar of BARS) {
    const joined = tries.filter(({ confidence }) => confidence >= bar).length;
    const mistaken = wrong.filter(({ confidence }) => confidence >= bar).length;
    console.log(`  from ${bar}: joined ${joined}, of these wrong ${mistaken}`);
  }
  const settled = (how: Settled) => tries.filter((one) => one.settled === how);
  const own = settled('new').filter(({ matters }) => !matters.includes(OWN)).length;
  console.log(
    `  by the bars: joined ${settled('sure').length}, of these wrong ${wrong.filter((one) => one.settled === 'sure').length}; ` +
      `the office's own ${settled('new').length}, of these wrong ${own}; left to choose ${settled('open').length}`,
  );
}
