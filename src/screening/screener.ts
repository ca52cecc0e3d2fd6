import { checkDay } from '../catalogue/dates.js';
import { findRegion } from '../catalogue/find-region.js';
import type { KnowledgeBase } from '../catalogue/knowledge-base.js';
import type { Region } from '../catalogue/regions.js';
import { regionsMentioned } from '../catalogue/regions-mentioned.js';
import type { Decider } from '../decision/decide.js';
import { QingdanError } from '../errors.js';
import { createExtractor } from './extract.js';
import { createJudge } from './judge.js';
import type { ScreeningLexicon } from './lexicon.js';
import type { ScreenedTask, Screening } from './screening.js';
import { wordsOf } from './words.js';

export interface ScreenerParts {
  decider: Pick<Decider, 'decide'>;
  kb: KnowledgeBase;
  lexicon: ScreeningLexicon;
  /** YYYY-MM-DD; the day whose rules hold where none is asked for. */
  today: string;
}

export interface ScreenOptions {
  /** Where the text came from, for the report. */
  source: string;
  /** Full or short name. Default: the one region that title and signature name, else the whole country. */
  region?: string | undefined;
  /** YYYY-MM-DD. Default: today. */
  date?: string | undefined;
}

/** Takes whole notices apart and judges their tasks. */
export interface Screener {
  /** @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-REGION, QD-DATE */
  screen(text: string, options: ScreenOptions): Screening;
  /** The same a task at a time, so that a program can do other things between. Throws as `screen` does. */
  steps(text: string, options: ScreenOptions): Generator<ScreeningProgress, Screening>;
  /** Whether a text has the shape of a notice: several lines under a title or an address, not a question. */
  isNotice(text: string): boolean;
}

/** How many of a notice's tasks have been judged. */
export interface ScreeningProgress {
  done: number;
  total: number;
}

/** Characters; forty pages. */
export const LONGEST_NOTICE = 60_000;

export function createScreener({ decider, kb, lexicon, today }: ScreenerParts): Screener {
  const words = wordsOf(lexicon);
  const extractor = createExtractor(words);
  return {
    screen(text, options) {
      const steps = this.steps(text, options);
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
      }
    },
    isNotice: (text) => extractor.isNotice(text),
    *steps(text, options) {
      if (text.trim() === '') throw new QingdanError('QD-EMPTY', '通知里没有文字，请检查文件');
      if (text.length > LONGEST_NOTICE) {
        throw new QingdanError(
          'QD-TOO-LONG',
          `通知有 ${text.length} 个字，超过 ${LONGEST_NOTICE} 字，请拆开再研判`,
        );
      }
      const date = options.date === undefined ? today : checkDay(options.date);
      const { notice, handed, skipped } = extractor.extract(text);
      const region =
        options.region === undefined
          ? regionOf(kb, [notice.title, notice.issuer, notice.number])
          : findRegion(kb.regions, options.region);
      const judge = createJudge(decider, kb, region, date, words);
      const tasks: ScreenedTask[] = [];
      for (const task of handed) {
        tasks.push({
          phrase: text.slice(task.start, task.end),
          start: task.start,
          end: task.end,
          ...judge.of(task),
          demand: task.demand?.demand.kind ?? null,
          capacity: task.capacity,
        });
        yield { done: tasks.length, total: handed.length };
      }
      return {
        title: notice.title,
        source: options.source,
        issuer: notice.issuer,
        number: notice.number,
        region: region?.name ?? '全国',
        date,
        meansRules: judge.meansRules(),
        tasks,
        skipped: skipped.map((part) => ({
          phrase: text.slice(part.start, part.end),
          start: part.start,
          end: part.end,
          reason: part.reason,
        })),
        catalogueVersion: kb.version,
      };
    },
  };
}

/** The region that the head and the signature name, when it is one and no other has its name. */
function regionOf(kb: KnowledgeBase, places: readonly (string | null)[]): Region | undefined {
  const named = new Set(
    places
      .flatMap((text) => (text === null ? [] : regionsMentioned(kb.regions, text)))
      .flatMap(({ regions }) => regions),
  );
  return named.size === 1 ? [...named][0] : undefined;
}
