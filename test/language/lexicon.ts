import { readFormalities, readLexicon } from '#app/lexicon.js';
import { readNoticeModel } from '#app/notice-model.js';
import { readKnowledge } from '#app/open.js';
import { regionsMentioned } from '#catalogue/regions-mentioned.js';
import { domainTerms } from '#catalogue/terms.js';
import { createLanguage, type Doc } from '#language/index.js';
import { loadSegmenter } from '#text/segmenters/index.js';

const shipped = readLexicon();
const kb = readKnowledge();

export const lexicon = shipped.words;
export const formalities = readFormalities();

/** The readers with the lexicon and the places that ship with the project. */
export const language = createLanguage({
  lexicon,
  segmenter: loadSegmenter({ terms: domainTerms(kb, shipped.terms) }),
  notices: readNoticeModel(),
  findPlaces: (text) =>
    regionsMentioned(kb.regions, text).map(({ start, end, regions }) => ({
      start,
      end,
      regions: regions.map(({ name }) => name),
    })),
});

const TODAY = { today: '2026-11-23' };

/** What a notice hands to the committee, and what it doesn't. */
export function readNotice(
  text: string,
): NonNullable<Doc['reading']> & { layout: NonNullable<Doc['layout']> } {
  const { reading, layout } = language.notice(text, TODAY);
  if (reading === null || layout === null) throw new Error('a notice was not read');
  return { ...reading, layout };
}

export const readQuestion = (text: string): Doc => language.question(text, TODAY);
