import type { Segmenter } from '#text/segmenter.js';
import { createReader, type Reader } from './annotator.js';
import { brackets } from './brackets/annotator.js';
import { clauses } from './clauses/annotator.js';
import { cutWords } from './cut-words.js';
import { days } from './days/annotator.js';
import type { Doc } from './doc.js';
import { layout } from './layout/annotator.js';
import type { Lexicon } from './lexicon.js';
import { noticeReader } from './notices/annotator.js';
import { createAssigning } from './notices/assigning.js';
import { listedTasks } from './notices/listed.js';
import type { NoticeModel } from './notices/model/model.js';
import type { Assignment } from './notices/reading.js';
import { type PartyNames, parties } from './parties/annotator.js';
import { type SettlementReader, settlementReader } from './parties/settlement.js';
import { circumstances, type PlaceFinder, places } from './places/annotator.js';
import { plainText } from './plain/annotator.js';
import type { Span } from './span.js';
import { tokens } from './tokens/annotator.js';
import { createTokenizer, type Tokenizer } from './tokens/tokenizer.js';
import { type Words, wordsOf } from './words.js';

export interface Language {
  /** Reads a question; its text is prepared before (masked, in one form, without filler). */
  readonly question: Reader;
  /** Reads a whole notice. */
  readonly notice: Reader;
  /** The first layers of a notice, enough to tell that it is one. */
  readonly layout: Reader;
  /** The entries of an informal list; none where a text is no such list. */
  readonly listed: (text: string) => readonly Span[];
  /** Stretches of a text that are known to be tasks, as assignments. */
  readonly handed: (doc: Doc, tasks: readonly Span[]) => readonly Assignment[];
  /** All layers of a notice but what is read in it. */
  readonly outline: Reader;
  readonly tokenize: Tokenizer;
  /** The words by which tasks are told apart. */
  readonly words: Words;
  readonly settlementOf: SettlementReader;
}

export interface LanguageParts {
  readonly lexicon: Lexicon;
  /** Cuts words; its dictionary holds the words of the field. */
  readonly segmenter: Segmenter;
  /** Finds the places that a text names. */
  readonly findPlaces: PlaceFinder;
  /** What tells the tasks of a notice; fitted on marked ones. */
  readonly notices: NoticeModel;
}

/** The readers of the two kinds of text, with one lexicon. */
export function createLanguage({ lexicon, segmenter, findPlaces, notices }: LanguageParts): Language {
  const words = wordsOf(lexicon.notices);
  const tokenize = createTokenizer(lexicon.cues, segmenter);
  const named = parties(namesOf(lexicon));
  const outline = [plainText, brackets, layout(words)];
  const assigning = createAssigning({ model: notices, words });
  return {
    question: createReader([
      plainText,
      places(findPlaces),
      days,
      circumstances,
      named,
      tokens(tokenize),
      clauses,
    ]),
    notice: createReader([
      ...outline,
      places(findPlaces),
      named,
      noticeReader({ model: notices, words, cut: (text) => segmenter.cut(text) }),
    ]),
    outline: createReader([...outline, named]),
    layout: createReader(outline),
    listed: listedTasks,
    handed: (doc, tasks) => {
      const cut = cutWords(doc.plain, segmenter.cut(doc.plain));
      return tasks.map((task) => assigning.of(doc, { units: [], cut }, task));
    },
    words,
    tokenize,
    settlementOf: settlementReader(lexicon.settlements),
  };
}

function namesOf({ cues, notices: { actors } }: Lexicon): PartyNames {
  return {
    committee: [...cues.committee, ...actors.committee],
    others: [...cues.superior, ...actors.others],
    residents: actors.residents,
    everyone: actors.everyone,
    none: actors.none,
  };
}
