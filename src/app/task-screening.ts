import type { Application } from '#admission/application.js';
import { basisLines, checkBasis } from '#admission/basis.js';
import { notesOn } from '#admission/notes.js';
import type { AdmissionProcess } from '#admission/process.js';
import type { TaskScreening } from '#admission/screening.js';
import { citationLine, type Screener, voiceOf } from '#answer/index.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';

/** Rows of the lists that a screening names at most. */
const MOST_NEAR = 3;

export interface TaskScreeningParts {
  kb: KnowledgeBase;
  process: AdmissionProcess;
  /** YYYY-MM-DD. */
  today: string;
  /** What the lists say of a task, by its name. */
  task: Screener['task'];
}

/** What the lists say of the task of an application, what the catalogue knows of its basis, and what to look at. */
export function screenTask(
  application: Application,
  region: string,
  { kb, process, today, task }: TaskScreeningParts,
): TaskScreening {
  // The task is judged by what will hold when it begins.
  const [, on = today] = [application.from, today].sort();
  const { verdict, suggestion, item, citations, candidates } = task(application.task, { region, date: on });
  const sources = citations.slice(0, MOST_NEAR).map(citationLine);
  const listed = item === null ? '' : `「${item.name}」`;
  return {
    on,
    verdict,
    said: [`${voiceOf(verdict).word}${listed}。${suggestion}`, ...sources.map((source) => `依据：${source}`)],
    near: candidates.filter((name) => name !== item?.name).slice(0, MOST_NEAR),
    basis: basisLines(application.basis, checkBasis(kb, application.basis, on)),
    notes: notesOn(application, process, today),
  };
}
