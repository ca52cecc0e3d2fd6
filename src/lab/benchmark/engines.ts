/** What finds entries, the project's matcher and those that others would take, all on the same words of jieba. */
import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { createMatcher } from '#search/index.js';
import type { ListedText } from './library-list.js';

/** Ids, best first. */
export type Search = (query: string, limit: number) => readonly string[] | Promise<readonly string[]>;

export interface Engine {
  /** Package and how it is set, for the report. */
  readonly is: string;
  /** Questions that are asked of it: those that go through every row get fewer. */
  readonly questions: number;
  /** Entries beyond which it isn't measured, with what happens there. Default: none. */
  readonly most?: { readonly entries: number; readonly because: string };
  build(entries: readonly ListedText[]): Promise<Search>;
}

const WORD = /[\p{L}\p{N}]/u;
const QUESTIONS = 300;
let jieba: Jieba | undefined;

/** Words of jieba's search mode, long ones with their parts. */
function words(text: string): string[] {
  jieba ??= Jieba.withDict(dict);
  return jieba.cutForSearch(text.normalize('NFKC').toLowerCase(), true).filter((word) => WORD.test(word));
}

export const ENGINES: Readonly<Record<string, Engine>> = {
  qingdan: {
    is: 'qingdan/matching',
    questions: QUESTIONS,
    build: async (entries) => {
      const matcher = createMatcher(entries);
      return (query, limit) => matcher.search(query, { limit }).map(({ id }) => id);
    },
  },
  'fuse.js': {
    is: 'fuse.js, ignoreLocation',
    questions: 40,
    most: { entries: 10_000, because: 'goes through every row: over a second a question at 100,000' },
    build: async (entries) => {
      const { default: Fuse } = await import('fuse.js');
      const index = new Fuse(entries, { keys: ['text'], ignoreLocation: true });
      return (query, limit) => index.search(query, { limit }).map(({ item }) => item.id);
    },
  },
  minisearch: {
    is: 'minisearch, words of jieba',
    questions: 100,
    most: { entries: 100_000, because: 'half a second a question at 100,000, over ten times that beyond' },
    build: async (entries) => {
      const { default: MiniSearch } = await import('minisearch');
      const index = new MiniSearch({ fields: ['text'], tokenize: words });
      index.addAll([...entries]);
      return (query, limit) =>
        index
          .search(query)
          .slice(0, limit)
          .map(({ id }) => String(id));
    },
  },
  orama: {
    is: '@orama/orama, words of jieba',
    questions: 100,
    most: { entries: 10_000, because: 'half a minute to build and seconds a question at 100,000' },
    build: async (entries) => {
      const { create, insertMultiple, search } = await import('@orama/orama');
      const tokenizer = { language: 'chinese', normalizationCache: new Map(), tokenize: words };
      const db = create({ schema: { text: 'string' } as const, components: { tokenizer } });
      await insertMultiple(db, [...entries], 1000);
      return async (query, limit) =>
        (await search(db, { term: query, limit })).hits.map(({ id }) => String(id));
    },
  },
  flexsearch: {
    is: 'flexsearch Index, tokenize strict, suggest, words of jieba',
    questions: QUESTIONS,
    build: async (entries) => {
      const { default: flexsearch } = await import('flexsearch');
      const index = new flexsearch.Index({ tokenize: 'strict', encode: words });
      entries.forEach(({ text }, i) => {
        index.add(i, text);
      });
      return (query, limit) =>
        (index.search(query, { limit, suggest: true }) as number[]).map((i) => entries[i]?.id ?? '');
    },
  },
  'nlp.js': {
    is: '@nlpjs/nlp with @nlpjs/lang-zh, one intent for each entry, its words joined by blanks from jieba',
    questions: 40,
    most: {
      entries: 1_000,
      because: 'trains one classifier for each entry: not done in ten minutes at 10,000',
    },
    build: trainNlp,
  },
};

interface NlpContainer {
  use(part: unknown): void;
  get(name: 'nlp'): {
    settings: { autoSave: boolean; nlu?: object };
    addLanguage(language: string): void;
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(
      language: string,
      text: string,
    ): Promise<{ classifications: readonly { intent: string; score: number }[] }>;
  };
}

async function trainNlp(entries: readonly ListedText[]): Promise<Search> {
  const require = createRequire(import.meta.url);
  const { containerBootstrap } = require('@nlpjs/core') as { containerBootstrap(): Promise<NlpContainer> };
  const { Nlp } = require('@nlpjs/nlp') as { Nlp: unknown };
  const { LangZh } = require('@nlpjs/lang-zh') as { LangZh: unknown };
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(LangZh);
  const nlp = container.get('nlp');
  nlp.settings.autoSave = false;
  nlp.settings.nlu = { ...nlp.settings.nlu, useNoneFeature: false, log: false };
  nlp.addLanguage('zh');
  const cut = (text: string) => words(text).join(' ');
  for (const { id, text } of entries) nlp.addDocument('zh', cut(text), id);
  await nlp.train();
  return async (query, limit) =>
    (await nlp.process('zh', cut(query))).classifications
      .filter(({ intent, score }) => intent !== 'None' && score > 0)
      .slice(0, limit)
      .map(({ intent }) => intent);
}
