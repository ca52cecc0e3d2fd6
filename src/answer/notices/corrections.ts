import { QingdanError } from '#errors.js';
import type { Assignment, PassedOver, Reading, Span } from '#language/index.js';
import type { Told } from '#ruling/index.js';

/** What a person says of a stretch of a notice: what the task is, or that it is none. */
export interface Correction extends Span {
  readonly says: Told | { readonly is: 'none' };
}

/** Corrections of one notice; a notice of forty pages has some hundred tasks. */
export const MOST_CORRECTIONS = 200;
/** UTF-16 units of a stretch: a longer one is a paragraph, not a task. */
const LONGEST = 500;

/** A task to be judged, with what a person says of it; null where nobody has looked. */
export interface TaskTold {
  readonly task: Assignment;
  readonly told: Told | null;
}

/**
 * The tasks of a notice once a person has been over them, in the order of the text.
 * @param handed reads stretches as tasks
 * @throws QingdanError QD-INPUT for a stretch outside of the text, without words, too long, or spoken of twice
 */
export function correctedTasks(
  text: string,
  { assigned, passedOver }: Pick<Reading, 'assigned' | 'passedOver'>,
  corrections: readonly Correction[],
  handed: (spans: readonly Span[]) => readonly Assignment[],
): { tasks: TaskTold[]; passedOver: readonly PassedOver[]; refused: readonly Span[] } {
  const said = new Map<string, Correction>();
  for (const correction of corrections) {
    check(text, correction);
    if (said.has(keyOf(correction))) throw refused('同一处改了两次，请留下一次');
    said.set(keyOf(correction), correction);
  }
  const known = new Set(assigned.map(keyOf));
  const kept = assigned.flatMap((task): TaskTold[] => {
    const says = said.get(keyOf(task))?.says ?? null;
    return says?.is === 'none' ? [] : [{ task, told: says }];
  });
  const added = corrections.filter((one) => !known.has(keyOf(one)) && one.says.is !== 'none');
  const tasks = handed(added.map(({ start, end }) => ({ start, end }))).map(
    (task, i): TaskTold => ({ task, told: (added[i]?.says ?? { is: 'task' }) as Told }),
  );
  return {
    tasks: [...kept, ...tasks].sort((a, b) => a.task.start - b.task.start || a.task.end - b.task.end),
    passedOver: passedOver.filter((one) => !added.some((own) => own.start < one.end && one.start < own.end)),
    refused: assigned.filter((task) => said.get(keyOf(task))?.says.is === 'none'),
  };
}

const keyOf = ({ start, end }: Span): string => `${start}-${end}`;

function check(text: string, { start, end }: Span): void {
  if (
    !(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length)
  ) {
    throw refused(`起点 ${start}、终点 ${end} 不在通知的文字里`);
  }
  if (end - start > LONGEST) throw refused(`一项任务最多 ${LONGEST} 字，请只选任务的那几个字`);
  if (text.slice(start, end).trim() === '') throw refused('选的地方没有字');
}

const refused = (message: string) => new QingdanError('QD-INPUT', `改正研判：${message}`);
