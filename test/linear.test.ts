import { describe, expect, it } from 'vitest';
import { basisLines, checkBasis } from '#admission/basis.js';
import { fieldFrom, fieldLabelled } from '#admission/form-fields.js';
import { openAssistant } from '#app/assistant.js';
import { packagePath, readKnowledgeFiles } from '#app/files.js';
import { clauseAt } from '#catalogue/clauses.js';
import { findRegion } from '#catalogue/find-region.js';
import { createKnowledge } from '#catalogue/load.js';
import { parseRegions } from '#catalogue/regions.js';
import { regionsMentioned } from '#catalogue/regions-mentioned.js';
import { readCsv } from '#documents/csv.js';
import { decodeText } from '#documents/encoding.js';
import { READ_LIMITS } from '#documents/limits.js';
import { readPlainText } from '#documents/txt.js';
import { createMatcher } from '#search/index.js';
import { maskPersonalData } from '#text/masking.js';
import { normalise } from '#text/normalise.js';
import { hanNumber, numeralKey, numeralsIn } from '#text/numerals.js';
import { withoutMasks } from '#text/personal/removal.js';
import { syllables } from '#text/pinyin.js';
import { loadSegmenter } from '#text/segmenters/index.js';
import { simplify } from '#text/simplify.js';
import { createWordFinder } from '#text/word-matches.js';
import { CORPUS } from './search/corpus.js';
import { REPEATED, tooFastGrowth } from './support/repeated.js';
import { removeFiller, standardise } from './text/lexicon.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const regions = parseRegions(readKnowledgeFiles(packagePath('knowledge')).regions);
const NOTHING_KNOWN = createKnowledge([], regions);
const matcher = createMatcher(CORPUS);
const loadedSegmenters = {
  nodejieba: loadSegmenter({ prefer: 'nodejieba' }),
  'node-rs': loadSegmenter({ prefer: 'node-rs' }),
};
const { screener } = openAssistant({ prefer: 'node-rs', today: '2026-11-23' });
const findWords = createWordFinder(['社区', '的', '一'], loadSegmenter());

/** By room what reads a text that somebody sends; a further room is a further entry. */
const READERS: Readonly<Record<string, Readonly<Record<string, (text: string) => unknown>>>> = {
  text: {
    maskPersonalData,
    withoutMasks,
    normalise,
    simplify,
    syllables,
    numeralsIn,
    numeralKey,
    hanNumber,
    removeFiller,
    standardise,
    createWordFinder: findWords,
    nodejieba: (text) => loadedSegmenters.nodejieba.cut(text),
    'node-rs': (text) => loadedSegmenters['node-rs'].cut(text),
  },
  catalogue: {
    regionsMentioned: (text) => regionsMentioned(regions, text),
    findRegion: (text) => findRegion(regions, text),
    clauseAt: (text) => clauseAt(text, '第十条第三项'),
    'clauseAt of an attachment': (text) => clauseAt(`附件${text}1`, '附件1'),
  },
  admission: {
    'fieldFrom, whatever its length': (text) => {
      try {
        return fieldFrom('funds', text);
      } catch (error) {
        return error;
      }
    },
    fieldLabelled,
    basisLines: (text) => basisLines(text, checkBasis(NOTHING_KNOWN, text, '2026-11-23')),
  },
  matching: {
    search: (text) => matcher.search(text),
    'createMatcher of a long text': (text) =>
      createMatcher([{ id: 'long', text, body: text }]).search('身份证'),
  },
  // A question is held to 1,000 characters before any of these reads it; a notice is read and judged whole.
  'language, ruling, answer': {
    'screen a notice': (text) => screener.screen(text, { source: '' }),
    isNotice: screener.isNotice,
  },
  documents: {
    decodeText: (text) => decodeText(bytes(text)),
    readPlainText: (text) => readPlainText(bytes(text), READ_LIMITS),
    readCsv: (text) => readCsv(bytes(text), READ_LIMITS),
  },
};

describe.each(Object.entries(READERS))('in %s', (_, readers) => {
  describe.each(Object.entries(readers))('%s', (_, read) => {
    it.each(Object.entries(REPEATED))('takes no longer per character for more %s', async (_, piece) => {
      expect(await tooFastGrowth(read, piece)).toBeNull();
    });
  });
});
