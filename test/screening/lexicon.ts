import { readFileSync } from 'node:fs';
import { parseScreeningLexicon } from '../../src/screening/lexicon.js';
import { wordsOf } from '../../src/screening/words.js';

const path = new URL('../../knowledge/lexicon/screening.yaml', import.meta.url);

/** The lexicon that ships with the project. */
export const lexicon = parseScreeningLexicon({ path: 'screening.yaml', text: readFileSync(path, 'utf8') });
export const words = wordsOf(lexicon);
