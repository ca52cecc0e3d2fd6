import { createDialect, type DialectLexicon } from './dialect.js';
import { createFillerRemover, type FillerLexicon } from './fillers.js';
import { maskPersonalData } from './masking.js';
import { normalise } from './normalise.js';
import { withoutMasks } from './personal/removal.js';
import type { Segmenter } from './segmenter.js';

export { dialectWords } from './dialect.js';
export { fillerWords } from './fillers.js';

/** A text made ready: `shown` with personal data masked, `core` without it and normalised, without dialect and filler. */
export interface Prepared {
  shown: string;
  core: string;
}

/** Masking comes first, so that no number reaches anything that is stored or compared. */
export function createPreparation(
  lexicon: { fillers: FillerLexicon; dialect: DialectLexicon },
  segmenter: Segmenter,
): (text: string) => Prepared {
  const standard = createDialect(lexicon.dialect, segmenter);
  const withoutFiller = createFillerRemover(lexicon.fillers, segmenter);
  return (text) => {
    const shown = maskPersonalData(text).text;
    return { shown, core: withoutFiller(standard(normalise(withoutMasks(shown)))) };
  };
}
