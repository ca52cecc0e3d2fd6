import type { Analysis } from './analysis.js';
import { type QueryTerms, TermGatherer } from './query-terms.js';
import { subWords } from './sub-words.js';
import { type EncodedText, NONE } from './terms.js';
import type { TextIndex } from './text-index.js';

/** A query, ready to be compared with indexed texts. */
export interface Query {
  analysis: Analysis;
  encoded: EncodedText;
  /** One per channel. */
  channels: QueryTerms[];
}

/** Shortest clause that can be the one that asks; 「可以吗」 alone says nothing. */
const SHORTEST_CLAUSE = 4;
const NO_PARTS = new Int32Array(0);

/** Makes the function that encodes an analysed query against an index. Its working memory is reused: not re-entrant. */
export function createQueryReader(index: TextIndex): (analysis: Analysis) => Query {
  const { terms, inverted, lexicon } = index;
  const gatherer = new TermGatherer(inverted);
  const partsOf = (word: string, term: number) =>
    term === NONE ? subWords(word, (part) => terms.word(part)) : (index.subWords.get(term) ?? NO_PARTS);

  function words({ words }: Analysis, encoded: EncodedText, clause: number): QueryTerms {
    for (let i = 0; i < words.length; i++) {
      const { term: word, start } = words[i] as (typeof words)[number];
      const term = encoded.words[i] as number;
      gatherer.add(term, term === NONE ? lexicon.wordWeight(word) : 1, start >= clause);
      for (const part of partsOf(word, term)) gatherer.add(part, 1, start >= clause);
    }
    return gatherer.take();
  }

  function concepts({ concepts }: Analysis, encoded: EncodedText, clause: number): QueryTerms {
    for (let i = 0; i < concepts.length; i++) {
      const { term: concept, start } = concepts[i] as (typeof concepts)[number];
      const term = encoded.concepts[i] as number;
      gatherer.add(term, term === NONE ? lexicon.wordWeight(concept) : 1, start >= clause);
    }
    return gatherer.take();
  }

  /** A subject that no text has isn't missing: the lexicon doesn't know all words of a subject. */
  function subjects({ subjects }: EncodedText): QueryTerms {
    for (let i = 0; i < subjects.length; i++) gatherer.add(subjects[i] as number, 0, false);
    return gatherer.take();
  }

  function chars({ chars }: EncodedText, clause: number): QueryTerms {
    for (let i = 0; i < chars.length; i++) gatherer.add(chars[i] as number, 1, i >= clause);
    return gatherer.take();
  }

  function pairs({ breaks }: Analysis, ids: Int32Array, clause: number): QueryTerms {
    for (let i = 0; i < ids.length; i++) if (!breaks[i]) gatherer.add(ids[i] as number, 1, i > clause);
    return gatherer.take();
  }

  return (analysis) => {
    const encoded = terms.encode(analysis, false);
    const clause = askingClause(analysis);
    return {
      analysis,
      encoded,
      channels: [
        words(analysis, encoded, clause),
        concepts(analysis, encoded, clause),
        subjects(encoded),
        chars(encoded, clause),
        pairs(analysis, encoded.grams, clause),
        pairs(analysis, encoded.soundGrams, clause),
      ],
    };
  };
}

/** Where the last clause begins that is long enough to ask something: people tell their story first. */
function askingClause({ breaks, chars }: Analysis): number {
  let start = chars.length - SHORTEST_CLAUSE;
  while (start > 0 && !breaks[start]) start--;
  return Math.max(0, start);
}
