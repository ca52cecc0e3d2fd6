import { join } from 'node:path';
import { z } from 'zod';
import { type LetterTemplates, letterTemplatesSchema } from '#answer/letters/index.js';
import { type CharterRules, charterRulesSchema } from '#charter/index.js';
import { lexiconSchema, type Lexicon as Words } from '#language/index.js';
import { type Formalities, formalitiesSchema } from '#ruling/index.js';
import type { DialectLexicon } from '#text/dialect.js';
import type { FillerLexicon } from '#text/fillers.js';
import { readYaml } from '#text/yaml.js';
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

/** The lexicon of a knowledge folder. @throws QingdanError QD-FILE, QD-YAML, QD-SCHEMA */
export function readLexicon(folder?: string): Lexicon {
  return {
    words: readYaml(file('lexicon/words.yaml', folder), lexiconSchema),
    terms: readYaml(file('lexicon/terms.yaml', folder), termsSchema).terms,
    fillers: readYaml(file('lexicon/fillers.yaml', folder), fillersSchema),
    dialect: readYaml(file('lexicon/dialect.yaml', folder), dialectSchema),
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
