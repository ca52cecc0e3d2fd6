import type { Screening } from '../screening.js';
import { phraseText, summaryLines, verdictText } from './summary.js';

/** Rows for a terminal: number, phrase (cut to `longest` characters) and verdict, the first row the heads. */
export function terminalRows({ tasks }: Screening, longest: number): string[][] {
  const rows = tasks.map((task, i) => [
    String(i + 1),
    shortened(phraseText(task), longest),
    verdictText(task),
  ]);
  return [['序号', '任务原文', '判定'], ...rows];
}

/** The summary's lines and, behind the table, what to do with each task. */
export function terminalSummary(screening: Screening): string[] {
  return summaryLines(screening).map(([name, content]) => `${name}：${content}`);
}

export function terminalSuggestions({ tasks }: Screening): string[] {
  return tasks.map((task, i) => `${i + 1}. ${task.suggestion}`);
}

function shortened(text: string, longest: number): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}
