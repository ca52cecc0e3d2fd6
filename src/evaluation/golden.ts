import type { Answer } from '#answer/index.js';
import type { Judged } from './report.js';

/** What of an answer is held fixed: everything a reader would notice, but not the version of the catalogue. */
export interface GoldenAnswer {
  id: string;
  verdict: Answer['verdict'];
  band: Answer['band'];
  /** Id of the row that the answer rests on. */
  row: string | null;
  rows: string[];
  choices: string[];
}

export function goldenOf(id: string, answer: Answer): GoldenAnswer {
  const { verdict, band, item, explanation, choices } = answer;
  return {
    id,
    verdict,
    band,
    row: item?.id ?? explanation.decidedBy,
    rows: explanation.rows,
    choices: choices.map((choice) => choice.id),
  };
}

/** One line per question, in the order of the set. */
export function goldenText(judged: readonly Judged[]): string {
  return judged.map(({ question, answer }) => `${JSON.stringify(goldenOf(question.id, answer))}\n`).join('');
}

/** Lines that differ, as `id: approved → now`; empty when nothing does. */
export function goldenDifferences(approved: string, now: string): string[] {
  const before = byId(approved);
  const after = byId(now);
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids]
    .filter((id) => before.get(id) !== after.get(id))
    .map((id) => `${id}: ${before.get(id) ?? '(无)'} → ${after.get(id) ?? '(无)'}`);
}

function byId(text: string): Map<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [(JSON.parse(line) as GoldenAnswer).id, line]));
}
