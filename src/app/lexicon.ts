import { join } from 'node:path';
import { z } from 'zod';
import { type LetterTemplates, letterTemplatesSchema } from '#answer/letters/index.js';
import { type CharterRules, charterRulesSchema } from '#charter/index.js';
import { lexiconSchema, type Lexicon as Words } from '#language/index.js';
import { type Formalities, formalitiesSchema } from '#ruling/index.js';
import type { DialectLexicon } from '#text/dialect.js';
import type { FillerLexicon } from '#text/fillers.js';
import { readYaml } from '#text/yaml.js';
import { readCache, textsKey, writeCache } from './cache.js';
import { knowledgeFolder, packagePath, readTextFile } from './files.js';

const words = z.array(z.string().trim().min(1));
const termsSchema = z.strictObject({ terms: words });
const fillersSchema = z.strictObject({ openers: words, closers: words, noises: words, hesitations: words });
const dialectSchema = z.record(z.string(), words);

/** Everything that the folder lexicon/ holds. */
export interface Lexicon {
  words: Words;
  terms: readonly string[];
  fillers: FillerLexicon;
  dialect: DialectLexicon;
}

const file = (name: string, folder?: string) => readTextFile(join(knowledgeFolder(folder), name), name);

const COMPILED_FILE = packagePath('dist', 'lexicon.json');

/**
 * The lexicon of a knowledge folder, as compiled where that is up to date.
 * @throws QingdanError QD-FILE, QD-YAML, QD-SCHEMA
 */
export function readLexicon(folder?: string, compiled = COMPILED_FILE): Lexicon {
  const files = readFiles(folder);
  return readCache<Lexicon>(compiled, textsKey(Object.values(files))) ?? parsed(files);
}

/** Parses the lexicon of a folder (default: the package's own) and writes its compiled form. @throws as `readLexicon` */
export function compileLexicon(folder = packagePath('knowledge'), path = COMPILED_FILE): void {
  const files = readFiles(folder);
  writeCache(path, textsKey(Object.values(files)), parsed(files));
}

const readFiles = (folder?: string) => ({
  words: file('lexicon/words.yaml', folder),
  terms: file('lexicon/terms.yaml', folder),
  fillers: file('lexicon/fillers.yaml', folder),
  dialect: file('lexicon/dialect.yaml', folder),
});

function parsed(files: ReturnType<typeof readFiles>): Lexicon {
  return {
    words: readYaml(files.words, lexiconSchema),
    terms: readYaml(files.terms, termsSchema).terms,
    fillers: readYaml(files.fillers, fillersSchema),
    dialect: readYaml(files.dialect, dialectSchema),
  };
}

/** Which rows speak of work of the form. @throws QingdanError QD-FILE, QD-YAML, QD-SCHEMA */
export function readFormalities(folder?: string): Formalities {
  return readYaml(file('formalities.yaml', folder), formalitiesSchema);
}

/** The sentences of letters: of QINGDAN_LETTERS, an office's own file, else those that ship with the package. @throws QingdanError QD-FILE, QD-YAML, QD-SCHEMA */
export function readLetterTemplates(own = process.env.QINGDAN_LETTERS): LetterTemplates {
  const path = own ? own : packagePath('knowledge', 'letters.yaml');
  return readYaml(readTextFile(path, own ? own : 'letters.yaml'), letterTemplatesSchema);
}

/** What a charter is held against. @throws QingdanError QD-FILE, QD-YAML, QD-SCHEMA */
export function readCharterRules(): CharterRules {
  return readYaml(readTextFile(packagePath('knowledge', 'charter.yaml'), 'charter.yaml'), charterRulesSchema);
}
