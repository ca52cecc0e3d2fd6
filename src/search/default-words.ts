// With defaults.ts the edge of this folder: the words that ship with the package are read here.
import { createHash } from 'node:crypto';
// biome-ignore lint/style/noRestrictedImports: a matcher without options is made at once, so its words are read here.
import { readFileSync, writeFileSync } from 'node:fs';
// biome-ignore lint/style/noRestrictedImports: as above.
import { packagePath } from '#package-root.js';
import {
  parseSearchWords,
  SEARCH_WORD_FILES,
  type SearchWordFiles,
  type SearchWords,
} from './lexicon/words.js';

const FOLDER = packagePath('knowledge', 'lexicon', 'search');
const COMPILED_FILE = packagePath('dist', 'search-words.json');

/** The words as JSON, written by `npm run build`: parsing the YAML takes 80 ms of every start, reading this 1. */
interface CompiledWords {
  /** SHA-256 of the texts it was made from: it only counts for these. */
  key: string;
  words: SearchWords;
}

/** The words of knowledge/lexicon/search, as compiled where that is up to date. @throws QingdanError QD-YAML, QD-SCHEMA */
export function readDefaultWords(): SearchWords {
  const files = readFiles();
  try {
    const compiled = JSON.parse(readFileSync(COMPILED_FILE, 'utf8')) as CompiledWords;
    if (compiled.key === keyOf(files)) return compiled.words;
  } catch {
    // Not built, as when the sources are run directly, or written half: the YAML says the same.
  }
  return parseSearchWords(files);
}

/** Writes the compiled form of the words; part of `npm run build`. @throws QingdanError QD-YAML, QD-SCHEMA */
export function compileDefaultWords(): void {
  const files = readFiles();
  const compiled: CompiledWords = { key: keyOf(files), words: parseSearchWords(files) };
  writeFileSync(COMPILED_FILE, JSON.stringify(compiled));
}

function readFiles(): SearchWordFiles {
  const read = (name: string) => ({
    path: `lexicon/search/${name}.yaml`,
    text: readFileSync(`${FOLDER}/${name}.yaml`, 'utf8'),
  });
  return Object.fromEntries(
    SEARCH_WORD_FILES.map((name) => [name, read(name)]),
  ) as unknown as SearchWordFiles;
}

function keyOf(files: SearchWordFiles): string {
  const hash = createHash('sha256');
  for (const name of SEARCH_WORD_FILES) hash.update(`${name}\0${files[name].text}\0`);
  return hash.digest('hex');
}
