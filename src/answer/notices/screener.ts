import { effective, kindOf, type Row } from '#catalogue/rows.js';
import { type Assignment, isNotice, type Settlement } from '#language/index.js';
import type { Judged } from '#ruling/index.js';
import { citationsOf } from '../citations.js';
import { traceOfNotice } from '../trace.js';
import { suggestionFor } from './advice.js';
import { correctedTasks } from './corrections.js';
import { handedIn, openNotice } from './opened.js';
import type { ScreenerParts, ScreenOptions } from './parts.js';
import type { ScreenedTask, Screening } from './screening.js';

export type { ScreenerParts, ScreenOptions } from './parts.js';

/** Takes whole notices apart and judges their tasks. */
export interface Screener {
  /** @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-REGION, QD-DATE */
  screen(text: string, options: ScreenOptions): Screening;
  /** The same a task at a time, so that a program can do other things between. Throws as `screen` does. */
  steps(text: string, options: ScreenOptions): Generator<ScreeningProgress, Screening>;
  /** One task by its name, as a notice would hand it down for the committee to help with. Throws as `screen` does. */
  task(name: string, options: Omit<ScreenOptions, 'source'>): ScreenedTask;
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

export function createScreener(parts: ScreenerParts): Screener {
  const { kb, ruler, language } = parts;
  const opened = (text: string, options: Omit<ScreenOptions, 'source'>) => openNotice(text, options, parts);

  function* steps(text: string, options: ScreenOptions): Generator<ScreeningProgress, Screening> {
    const { doc, judge, head } = opened(text, options);
    const corrected = correctedTasks(
      text,
      handedIn(text, doc, language),
      options.corrections ?? [],
      (spans) => language.handed(doc, spans),
    );
    const tasks: ScreenedTask[] = [];
    for (const { task, told } of corrected.tasks) {
      const judged = told === null ? judge.of(task) : judge.told(task, told);
      tasks.push({ ...screened(text, task, judged), ...(told === null ? {} : { corrected: true as const }) });
      yield { done: tasks.length, total: corrected.tasks.length };
    }
    const skipped = [
      ...corrected.passedOver,
      ...corrected.refused.map(({ start, end }) => ({ start, end, reason: 'person' as const })),
    ].sort((a, b) => a.start - b.start);
    return {
      title: head.title,
      source: options.source,
      issuer: head.issuer,
      number: head.number,
      committee: head.committee,
      settlement: head.settlement,
      region: head.region,
      date: head.date,
      meansRules: citationsOf(judge.meansRules().filter((row) => speaksOf(row, head.settlement))),
      tasks,
      skipped: skipped.map(({ start, end, reason }) => ({
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
    task(name, options) {
      const words = name.trim();
      const { doc, judge } = opened(words, options);
      const [task] = language.handed(doc, [{ start: 0, end: words.length }]) as [Assignment];
      // A name alone says nothing of how: it is then taken for help, which is what may be asked for at all.
      const asked = task.capacity === 'unsaid' ? ({ ...task, capacity: 'assist' } as const) : task;
      return screened(words, asked, judge.of(asked));
    },
    isNotice: (text) => isNotice(text, language.layout) || language.listed(text).length > 0,
    screen(text, options) {
      const run = steps(text, options);
      for (;;) {
        const step = run.next();
        if (step.done) return step.value;
      }
    },
    trace(text, options) {
      const { doc, situation, judge } = opened(text, options);
      const judged = handedIn(text, doc, language).assigned.map((task) => judge.of(task));
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

/** Whether a rule holds for this kind of committee; one that names no kind holds for both. */
function speaksOf(row: Row, settlement: Settlement | null): boolean {
  const { committee } = effective(row);
  return settlement === null || committee === null || committee === settlement;
}
