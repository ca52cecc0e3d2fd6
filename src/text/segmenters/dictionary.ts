import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { packagePath } from '#package-root.js';
import { addTerms, trimDictionary } from './trim.js';

/** Written by `npm run build`. */
export const DICTIONARY_FILE = packagePath('dist', 'words.dict');

const require = createRequire(import.meta.url);

/** jieba's own dictionary, as text: 349,000 lines `word frequency tag`. */
export function sourceDictionary(): string {
  return readFileSync(require.resolve('@node-rs/jieba/dict.txt'), 'utf8');
}

/** The trimmed dictionary with the domain words in it, as UTF-8; derived anew (0.2 s) where nothing was built. */
export function dictionaryWith(terms: readonly string[]): Uint8Array {
  const base = existsSync(DICTIONARY_FILE)
    ? readFileSync(DICTIONARY_FILE)
    : trimDictionary(sourceDictionary());
  return addTerms(base, terms);
}
