/** Reads the file of what vitest printed, named as its argument, and prints one line, `N passed, N failed`, counting tests. */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';

const lines = stripVTControlCharacters(readFileSync(process.argv[2] ?? 'vitest.log', 'utf8')).split('\n');
/** A line of vitest's summary: `Tests  1 failed | 20 passed (21)`. */
function count(title, what) {
  const line = lines.findLast((one) => one.trimStart().startsWith(`${title}  `)) ?? '';
  return Number(line.match(new RegExp(`(\\d+) ${what}`))?.[1] ?? 0);
}
// A file that can't even be loaded has no tests that fail.
const failed = Math.max(count('Tests', 'failed'), count('Test Files', 'failed'));
console.log(`${count('Tests', 'passed')} passed, ${failed} failed`);
