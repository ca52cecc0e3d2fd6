import type { Screening } from '../notices/screening.js';
import { phraseText, summaryLines, verdictText } from './summary.js';

/** Longest phrase shown beside its verdict, in characters. */
const LONGEST_PHRASE = 30;

/** Number, phrase and verdict of the first `most` tasks, the first row the heads. */
export function screeningTable({ tasks }: Screening, most = tasks.length): string[][] {
  const rows = tasks
    .slice(0, most)
    .map((task, i) => [String(i + 1), shortened(phraseText(task), LONGEST_PHRASE), verdictText(task)]);
  return [['序号', '任务原文', '判定'], ...rows];
}

/** What to do with each of the first `most` tasks, and by which lists and day it was judged. */
export function screeningLines(
  { tasks, region, date }: Screening,
  most = tasks.length,
): { suggestions: string[]; closing: string } {
  return {
    suggestions: tasks.slice(0, most).map(({ suggestion }, i) => `${i + 1}. ${suggestion}`),
    closing: `目录：${region}，${date}有效。以正式文件为准。`,
  };
}

/** The summary's lines. */
export function terminalSummary(screening: Screening): string[] {
  return summaryLines(screening).map(([name, content]) => `${name}：${content}`);
}

function shortened(text: string, longest: number): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}
