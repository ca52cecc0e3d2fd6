import { type Answer, answerTo, createScreener, type Screener, traceOfQuestion } from '#answer/index.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { withAdditions } from '#catalogue/matters/additions.js';
import type { Region } from '#catalogue/regions.js';
import { regionsMentioned } from '#catalogue/regions-mentioned.js';
import { domainTerms } from '#catalogue/terms.js';
import { createLanguage, type Language, type NoticeModel, withoutClassAsked } from '#language/index.js';
import { type Question, type Ruler, rulingSteps, type ScoringWeights } from '#ruling/index.js';
import { createMatcher } from '#search/index.js';
import {
  type Counts,
  createEmbeddingReader,
  createLearnedReader,
  type EmbeddingModel,
} from '#search/readers/index.js';
import { chinaDay } from '#text/days.js';
import { createPreparation, dialectWords, fillerWords } from '#text/preparation.js';
import type { Segmenter } from '#text/segmenter.js';
import {
  loadSegmenter,
  type SegmenterName,
  type SegmenterOptions,
  segmenterSteps,
} from '#text/segmenters/index.js';
import { finished, type Steps } from '#text/steps.js';
import { createAnswerCache } from './answer-cache.js';
import { readFormalities, readLexicon } from './lexicon.js';
import { readMatters } from './matters.js';
import { readNoticeModel } from './notice-model.js';
import { knowledgeSteps, type OfficeLists } from './open.js';
import { countsKey, readCounts, readEmbeddings } from './readers.js';
import { createReadiness, type Ready } from './readiness.js';
import { readDecisionWeights } from './weights.js';

/** The library put together: what reads, judges and answers, on one knowledge base. */
export interface Assistant {
  readonly kb: KnowledgeBase;
  readonly segmenter: Segmenter;
  readonly language: Language;
  readonly ruler: Ruler;
  /** Takes whole notices apart. */
  readonly screener: Screener;
  /** @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-INPUT, QD-REGION, QD-DATE */
  decide(question: Question): Answer;
  /** How a question is read, judged and answered, stage by stage, as plain data. Throws as `decide` does. */
  trace(question: Question): Record<string, unknown>;
}

export interface AssistantOptions {
  /** Knowledge folder. Default: QINGDAN_KNOWLEDGE, else the one that ships with the package. */
  folder?: string | undefined;
  /** What the office has loaded itself. Default: nothing. */
  office?: OfficeLists | undefined;
  /** YYYY-MM-DD. Default: today in China, where the questions are asked. */
  today?: string | undefined;
  /** Segmenter to try first. Default: nodejieba. */
  prefer?: SegmenterName | undefined;
  /** Weights of the decision. Default: knowledge/weights/decision.json. */
  weights?: ScoringWeights | undefined;
  /** What tells the tasks of a notice. Default: knowledge/weights/notices.bin. */
  notices?: NoticeModel | undefined;
  /** What the learned reader counted. Default: the folder's matters and wordings. */
  counts?: Counts | undefined;
  /** What the fitted reader reads with. Default: knowledge/weights/reader.bin. */
  embeddings?: EmbeddingModel | undefined;
  /** Writes what was made ready to dist, so that the next start reads it. Default: false. */
  compile?: boolean | undefined;
  /** What another thread has made of the same rows and wordings. */
  ready?: Ready | undefined;
  /** Told of what had to be made anew, packed for another thread. */
  onMade?: ((part: Partial<Ready>) => void) | undefined;
  /** Answers kept to be given again when the same is asked. Default: none. */
  kept?: number | undefined;
}

/** Wordings compared closely for each look-up: the right one is among the first dozen, and each costs time. */
const CANDIDATES = 16;

/** Opens the knowledge base and makes everything ready. @throws QingdanError QD-FILE, QD-YAML, QD-SCHEMA, QD-KNOWLEDGE */
export const openAssistant = (options: AssistantOptions = {}): Assistant =>
  finished(assistantSteps(options, loadedAtOnce));

function* loadedAtOnce(options: SegmenterOptions): Steps<Segmenter> {
  yield;
  return loadSegmenter(options);
}

/**
 * The same in steps of some ten milliseconds, for a program that goes on answering meanwhile.
 * @param load makes the segmenter. Default: in steps as well
 */
export function* assistantSteps(
  options: AssistantOptions = {},
  load: (options: SegmenterOptions) => Steps<Segmenter> = segmenterSteps,
): Steps<Assistant> {
  const { folder, office, prefer, today = chinaToday() } = options;
  const kb = yield* knowledgeSteps(folder, office);
  yield;
  const shipped = readMatters(folder);
  const library = withAdditions(shipped, kb.additions);
  const lexicon = readLexicon(folder);
  const terms = [
    ...domainTerms(kb, lexicon.terms),
    ...fillerWords(lexicon.fillers),
    ...dialectWords(lexicon.dialect),
  ];
  yield;
  const segmenter = yield* load({ terms, prefer });
  yield;
  const language = createLanguage({
    lexicon: lexicon.words,
    segmenter,
    notices: options.notices ?? readNoticeModel(folder),
    findPlaces: (text) => placesIn(kb, text),
  });
  const ready = createReadiness({
    ...{ segmenter, terms, write: options.compile === true },
    ready: options.ready,
    onMade: options.onMade,
    counts: options.counts,
    countsKey: () => countsKey(folder),
    readCounts: () => readCounts(library.all, folder),
  });
  const prepare = questionPreparation(lexicon, segmenter);
  yield;
  const ruler = yield* rulingSteps({
    kb,
    library,
    segmenter,
    language,
    weights: options.weights ?? readDecisionWeights(folder),
    *index(entries) {
      const index = ready.index(entries);
      yield;
      return createMatcher(entries, { segmenter, candidates: CANDIDATES, index });
    },
    cut: ready.cut,
    *learned(rows) {
      const counts = ready.counts(rows);
      yield;
      return createLearnedReader(counts);
    },
    fitted: createEmbeddingReader(options.embeddings ?? readEmbeddings(folder).model),
    prepare,
    today,
  });
  yield;
  const decide = (question: Question) => answerTo(ruler.rule(question));
  return {
    kb,
    segmenter,
    language,
    ruler,
    screener: createScreener({ kb, ruler, language, formalities: readFormalities(folder), today }),
    decide: options.kept === undefined ? decide : createAnswerCache(options.kept, prepare, decide),
    trace(question) {
      const ruled = ruler.rule(question);
      return traceOfQuestion(ruled, answerTo(ruled), ruler);
    },
  };
}

/** Makes a question ready to be read; one for the class of a demand is read as the demand, whose class is the answer. */
function questionPreparation(
  ...parts: Parameters<typeof createPreparation>
): ReturnType<typeof createPreparation> {
  const prepare = createPreparation(...parts);
  return (text) => {
    const { shown, core } = prepare(text);
    return { shown, core: withoutClassAsked(core) };
  };
}

/** The regions that a text names, each with where it stands. */
const placesIn = ({ regions: known }: KnowledgeBase, text: string) =>
  regionsMentioned(known, text).map(({ start, end, regions }) => ({
    start,
    end: end - asksOf(text.slice(start, end), regions),
    regions: regions.map(({ name }) => name),
  }));

/** UTF-16 units at the end of a community's name that also say who is asked, and stay in the question: 社区, 村. */
function asksOf(name: string, [region]: readonly Region[]): number {
  return region?.level === 'village' ? (/(社区|村)$/u.exec(name)?.[0].length ?? 0) : 0;
}

/** The day it is in China (UTC+8, without daylight saving time), as YYYY-MM-DD. */
export function chinaToday(now: Date = new Date()): string {
  return chinaDay(now.getTime());
}
