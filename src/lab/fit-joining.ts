/**
 * `npm run fit:joining [-- --out FILE]`: fits the weights by which an office's row joins a matter (src/importing/joining).
 * Every row of a list that ships is joined as if an office imported it: by a joiner that knows no row of its document.
 * One row in six is also shown without its own matter, so that what is new is told from what is known. Prints, for
 * five folds over documents, how many rows are joined at each bar and how many of those wrongly. Takes two minutes.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { packagePath } from '#app/files.js';
import { joinerOver, readJoinerBase } from '#app/joiner.js';
import { readKnowledge } from '#app/open.js';
import { allRows } from '#catalogue/knowledge-base.js';
import { type ItemRow, kindOf } from '#catalogue/rows.js';
import { type Considered, vectorOf } from '#importing/joining/evidence.js';
import { sortOfKind } from '#importing/joining/sorts.js';
import { JOIN_FEATURES, type JoiningWeights } from '#importing/joining/weights.js';
import { normalise } from '#text/normalise.js';
import { type Case, type ChoiceModel, fitChoices } from './choice-model.js';

const FOLDS = 5;
/** One row in so many is fitted as new as well: about as many as an office's list has of its own. */
const NEW = 6;
/** Compilations hold single articles of laws, worded as no office words its list. */
const COMPILED = 0.3;
const BARS = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
const { values } = parseArgs({
  options: { out: { type: 'string', default: packagePath('knowledge', 'weights', 'joining.json') } },
});

interface Labelled {
  row: ItemRow;
  considered: readonly Considered[];
}

const NO_WEIGHTS: JoiningWeights = {
  weights: Object.fromEntries(JOIN_FEATURES.map((name) => [name, 0])) as JoiningWeights['weights'],
  unknown: 0,
  data: { rows: 0, documents: 0, sha256: '' },
};
const SIGNS = [...JOIN_FEATURES.map(() => 1), 0];

const labelled = consideredRows();
const documents = [...new Set(labelled.map(({ row }) => row.document.id))];
const tried = Array.from({ length: FOLDS }, (_, fold) => {
  const isHeld = ({ row }: Labelled) => documents.indexOf(row.document.id) % FOLDS === fold;
  const model = fitChoices(casesOf(labelled.filter((one) => !isHeld(one))), SIGNS);
  return labelled.filter(isHeld).map((one) => withBest(one, model));
}).flat();
report('every row', tried);
report(
  'rows of lists',
  tried.filter(({ row }) => row.document.type !== 'compilation'),
);
report(
  'rows of lists, named as no other is',
  tried.filter(({ row, same }) => row.document.type !== 'compilation' && !same),
);

const model = fitChoices(casesOf(labelled), SIGNS);
const rounded = model.weights.map((weight) => Math.round(weight * 1e4) / 1e4);
const fitted: JoiningWeights = {
  weights: Object.fromEntries(
    JOIN_FEATURES.map((name, i) => [name, rounded[i] ?? 0]),
  ) as JoiningWeights['weights'],
  unknown: rounded[JOIN_FEATURES.length] ?? 0,
  data: {
    rows: labelled.length,
    documents: documents.length,
    sha256: createHash('sha256')
      .update(labelled.map(({ row }) => `${row.item.name}\t${row.item.matter}`).join('\n'))
      .digest('hex'),
  },
};
writeFileSync(values.out, `${JSON.stringify(fitted, null, 2)}\n`);
console.log(JSON.stringify(fitted, null, 2));

/** Every row of a list with what comes near to it, once for each name in a document. */
function consideredRows(): Labelled[] {
  const kb = readKnowledge();
  const base = readJoinerBase(kb);
  const rows = allRows(kb);
  return kb.documents.flatMap(({ id }) => {
    const joiner = joinerOver(
      base,
      rows.filter(({ document }) => document.id !== id),
      NO_WEIGHTS,
    );
    const seen = new Set<string>();
    return rows.flatMap((row): Labelled[] => {
      if (row.type !== 'item' || row.document.id !== id || sortOfKind(kindOf(row)) === null) return [];
      const key = `${sortOfKind(kindOf(row))} ${normalise(row.item.name)}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ row, considered: joiner.consider({ name: row.item.name, kind: kindOf(row) }) }];
    });
  });
}

function casesOf(rows: readonly Labelled[]): Case[] {
  const known = rows.map(({ row, considered }) => caseOf(row, considered));
  const unknown = rows
    .filter((_, i) => i % NEW === 0)
    .map(({ row, considered }) =>
      caseOf(
        row,
        considered.filter(({ known }) => known.matter.id !== row.item.matter),
      ),
    );
  return [...known, ...unknown];
}

function caseOf({ item, document }: ItemRow, considered: readonly Considered[]): Case {
  const options = considered.map((one) => ({
    x: vectorOf(one),
    from: 0,
    right: one.known.matter.id === item.matter,
  }));
  const isUnknown = options.every(({ right }) => !right);
  return {
    weight: document.type === 'compilation' ? COMPILED : 1,
    options: [...options, { x: [1], from: JOIN_FEATURES.length, right: isUnknown }],
  };
}

function bestOf(considered: readonly Considered[], { score, weights }: ChoiceModel) {
  const scores = considered.map((one) => score({ x: vectorOf(one), from: 0, right: false }));
  const unknown = weights[JOIN_FEATURES.length] as number;
  const sum = scores.reduce((total, z) => total + Math.exp(z), Math.exp(unknown));
  const best = scores.indexOf(Math.max(...scores));
  const first = considered[best];
  return {
    matter: first?.known.matter.id,
    confidence: Math.exp(scores[best] ?? unknown) / sum,
    same: first?.evidence.same === 1,
  };
}

function report(what: string, rows: readonly ReturnType<typeof withBest>[]): void {
  const wrong = rows.filter(({ row, matter }) => row.item.matter !== matter);
  console.log(`${what}: ${rows.length}, right first ${rows.length - wrong.length}`);
  for (const bar of BARS) {
    const joined = rows.filter(({ confidence }) => confidence >= bar).length;
    const mistaken = wrong.filter(({ confidence }) => confidence >= bar).length;
    console.log(`  from ${bar}: joined ${joined}, of these wrong ${mistaken}`);
  }
}

function withBest(one: Labelled, chosen: ChoiceModel) {
  return { ...one, ...bestOf(one.considered, chosen) };
}
