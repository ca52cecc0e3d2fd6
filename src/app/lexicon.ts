import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../catalogue/yaml.js';
import { CUE_CLASSES, type CueLexicon } from '../decision/cues.js';
import type { DialectLexicon } from '../text/dialect.js';
import type { FillerLexicon } from '../text/fillers.js';
import { knowledgeFolder, readTextFile } from './files.js';

const words = z.array(z.string().trim().min(1));
const termsSchema = z.strictObject({ terms: words });
const cuesSchema = z.strictObject(
  Object.fromEntries(CUE_CLASSES.map((cueClass) => [cueClass, words])) as Record<
    (typeof CUE_CLASSES)[number],
    typeof words
  >,
);

const file = (name: string, folder?: string) =>
  readTextFile(join(knowledgeFolder(folder), 'lexicon', name), `lexicon/${name}`);

const fillersSchema = z.strictObject({ openers: words, closers: words, noises: words, hesitations: words });
const dialectSchema = z.record(z.string(), words);

/** Everything that the folder lexicon/ holds. */
export interface Lexicon {
  cues: CueLexicon;
  terms: readonly string[];
  fillers: FillerLexicon;
  dialect: DialectLexicon;
}

/** The lexicon of a knowledge folder. @throws QingdanError QD-FILE, QD-YAML, QD-SCHEMA */
export function readLexicon(folder?: string): Lexicon {
  return {
    cues: readYaml(file('frame.yaml', folder), cuesSchema),
    terms: readYaml(file('terms.yaml', folder), termsSchema).terms,
    fillers: readYaml(file('fillers.yaml', folder), fillersSchema),
    dialect: readYaml(file('dialect.yaml', folder), dialectSchema),
  };
}
