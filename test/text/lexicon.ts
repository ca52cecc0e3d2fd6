import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { createDialect, type DialectLexicon, dialectWords } from '#text/dialect.js';
import { createFillerRemover, type FillerLexicon, fillerWords } from '#text/fillers.js';
import { loadSegmenter } from '#text/segmenters/index.js';

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`../../knowledge/lexicon/${name}.yaml`, import.meta.url), 'utf8'));

/** The word lists that ship with the project. */
export const fillers = read('fillers') as FillerLexicon;
export const dialect = read('dialect') as DialectLexicon;

const segmenter = loadSegmenter({ terms: [...fillerWords(fillers), ...dialectWords(dialect)] });
export const removeFiller = createFillerRemover(fillers, segmenter);
export const standardise = createDialect(dialect, segmenter);
