import { citationLine } from '../citations.js';
import type { ScreenedTask } from '../notices/screening.js';

/** The sources of all tasks, each written once. */
export interface NumberedBases {
  /** From 1, in the order in which the tasks come to them. */
  lines: readonly string[];
  numbersOf(task: ScreenedTask): number[];
}

/** @param tasks in the order in which they are shown */
export function numberBases(tasks: readonly ScreenedTask[]): NumberedBases {
  const numbers = new Map<string, number>();
  for (const { citations } of tasks) {
    for (const line of citations.map(citationLine)) {
      if (!numbers.has(line)) numbers.set(line, numbers.size + 1);
    }
  }
  return {
    lines: [...numbers.keys()],
    numbersOf: ({ citations }) => citations.map((citation) => numbers.get(citationLine(citation)) ?? 0),
  };
}
