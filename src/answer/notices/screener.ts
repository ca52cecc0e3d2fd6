import { findRegion } from '#catalogue/find-region.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { Region } from '#catalogue/regions.js';
import { regionsMentioned } from '#catalogue/regions-mentioned.js';
import { kindOf } from '#catalogue/rows.js';
import { QingdanError } from '#errors.js';
import { type Assignment, type Doc, isNotice, type Language } from '#language/index.js';
import { createJudge, type Formalities, type Judged, type Ruler } from '#ruling/index.js';
import { checkDay } from '#text/days.js';
import { citationsOf } from '../citations.js';
import { traceOfNotice } from '../trace.js';
import { suggestionFor } from './advice.js';
import type { ScreenedTask, Screening } from './screening.js';

export interface ScreenerParts {
  kb: KnowledgeBase;
  ruler: Pick<Ruler, 'ruleOn' | 'situationFor' | 'findFor' | 'weights'>;
  language: Language;
  formalities: Formalities;
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
  /** How a notice is read and judged, stage by stage, as plain data. Throws as `screen` does. */
  trace(text: string, options: ScreenOptions): Record<string, unknown>;
}

/** How many of a notice's tasks have been judged. */
export interface ScreeningProgress {
  done: number;
  total: number;
}

/** Characters; forty pages. */
export const LONGEST_NOTICE = 60_000;

export function createScreener({ kb, ruler, language, formalities, today }: ScreenerParts): Screener {
  const read = (text: string): Doc => {
    if (text.trim() === '') throw new QingdanError('QD-EMPTY', '通知里没有文字，请检查文件');
    if (text.length > LONGEST_NOTICE) {
      throw new QingdanError(
        'QD-TOO-LONG',
        `通知有 ${text.length} 个字，超过 ${LONGEST_NOTICE} 字，请拆开再研判`,
      );
    }
    return language.notice(text, { today });
  };

  /** A notice read, with what its tasks are judged by. */
  const opened = (text: string, options: ScreenOptions) => {
    const doc = read(text);
    const date = options.date === undefined ? today : checkDay(options.date);
    const { title = null, issuer = null, number = null } = doc.layout ?? {};
    const region =
      options.region === undefined
        ? regionOf(kb, [title, issuer, number])
        : findRegion(kb.regions, options.region);
    const settlement = language.settlementOf(doc);
    const scope = { region, date, dateAsked: date !== today, ambiguous: [], settlement };
    const situation = ruler.situationFor(scope, 'worker');
    const judge = createJudge({ ruler, language, situation, formalities });
    return { doc, situation, judge, head: { title, issuer, number, region: region?.name ?? '全国', date } };
  };

  function* steps(text: string, options: ScreenOptions): Generator<ScreeningProgress, Screening> {
    const { doc, judge, head } = opened(text, options);
    const { assigned = [], passedOver = [] } = doc.reading ?? {};
    const tasks: ScreenedTask[] = [];
    for (const task of assigned) {
      tasks.push(screened(text, task, judge.of(task)));
      yield { done: tasks.length, total: assigned.length };
    }
    return {
      title: head.title,
      source: options.source,
      issuer: head.issuer,
      number: head.number,
      region: head.region,
      date: head.date,
      meansRules: citationsOf(judge.meansRules()),
      tasks,
      skipped: passedOver.map(({ start, end, reason }) => ({
        phrase: text.slice(start, end),
        start,
        end,
        reason,
      })),
      catalogueVersion: kb.version,
    };
  }

  return {
    steps,
    isNotice: (text) => isNotice(text, language.layout),
    screen(text, options) {
      const run = steps(text, options);
      for (;;) {
        const step = run.next();
        if (step.done) return step.value;
      }
    },
    trace(text, options) {
      const { doc, situation, judge } = opened(text, options);
      const judged = (doc.reading?.assigned ?? []).map((task) => judge.of(task));
      return traceOfNotice(doc, judged, situation, ruler);
    },
  };
}

function screened(text: string, { start, end, capacity }: Assignment, judged: Judged): ScreenedTask {
  const { verdict, band, item, rows, near, paper, formality } = judged;
  const task = {
    phrase: text.slice(start, end),
    start,
    end,
    verdict,
    band,
    item:
      item === null
        ? null
        : {
            id: item.item.id,
            name: item.item.name,
            list: item.list.id,
            kind: kindOf(item),
            documentId: item.document.id,
          },
    citations: citationsOf(rows),
    candidates: [...near],
    certificate: paper,
    demand: formality,
    capacity,
  };
  return { ...task, suggestion: suggestionFor(task) };
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
