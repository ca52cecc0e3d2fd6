/**
 * Says which wordings of knowledge/wordings share too much with the questions of labelled files (one JSON object with
 * `text` per line), of which it prints only the ids: node scripts/check-wordings.mjs FILE… Needs `npm run build`. Ends
 * with 1 where there are any.
 */
import { readFileSync } from 'node:fs';
import { readWordings } from '../dist/src/app/matters.js';
import { findOverlaps } from '../dist/src/evaluation/overlap.js';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: node scripts/check-wordings.mjs FILE…');
  process.exit(2);
}
const questions = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => ({ id: `${file}:${i + 1}`, ...JSON.parse(line) })),
);
const wordings = readWordings();
const overlaps = findOverlaps(
  wordings.map(({ text }) => text),
  questions.map(({ text }) => text),
);
for (const { text, question, share } of overlaps) {
  const { path, line, matter } = wordings[text];
  console.log(`${path}:${line} ${matter} shares ${Math.round(share * 100)} % with ${questions[question].id}`);
}
console.log(
  `${overlaps.length} of ${wordings.length} wordings share too much with ${questions.length} questions`,
);
if (overlaps.length > 0) process.exitCode = 1;
