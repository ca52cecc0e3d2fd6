import { type Correction, voiceOf } from '#answer/index.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { kindOf } from '#catalogue/rows.js';
import { KIND_WORDS } from '#catalogue/words.js';
import { QingdanError } from '#errors.js';
import type { Verdict } from '#ruling/index.js';
import type { CorrectedTask } from '#storage/ports.js';

/** A task as a screening holds it. */
export interface ScreenedPlace {
  start: number;
  end: number;
  phrase: string;
  verdict: Verdict;
}

/** A correction with the words of its stretch, which is kept where the screening doesn't have it. */
export type SentCorrection = Correction & { phrase?: string | undefined };

/**
 * Corrections of a screening as they are kept: what stood there, and what a person says of it, in words.
 * @throws QingdanError QD-INPUT for a stretch that the screening doesn't have and that comes without its words
 */
export function correctedTasksOf(
  corrections: readonly SentCorrection[],
  screened: readonly ScreenedPlace[],
  kb: KnowledgeBase,
): CorrectedTask[] {
  const byPlace = new Map(screened.map((task) => [`${task.start}-${task.end}`, task]));
  return corrections.map(({ start, end, says, phrase: sent }) => {
    const task = byPlace.get(`${start}-${end}`);
    const phrase = task?.phrase ?? sent?.trim() ?? '';
    if (phrase === '') throw new QingdanError('QD-INPUT', '漏标的任务要带上它的文字（phrase）');
    const before = task === undefined ? '漏标的任务' : `研判为「${voiceOf(task.verdict).label}」`;
    return { start, end, phrase, verdict: task?.verdict ?? null, said: `${before}；${wordsOf(says, kb)}` };
  });
}

function wordsOf(says: Correction['says'], kb: KnowledgeBase): string {
  switch (says.is) {
    case 'none':
      return '人工核对，不算任务';
    case 'task':
      return '由程序判定';
    case 'formality':
      return '人工改为形式负担';
    case 'unlisted':
      return `人工改为「${voiceOf('not-listed').label}」`;
    case 'row': {
      const row = kb.itemById.get(says.id);
      if (row === undefined) throw new QingdanError('QD-ID', '清单里没有选的那一条，请重新选');
      return `人工改为「${KIND_WORDS[kindOf(row)]}」：${row.item.name}（${row.list.name}）`;
    }
  }
}
