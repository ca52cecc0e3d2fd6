import { type Answer, sectionsOf } from '#answer/index.js';
import type { Citation } from '#catalogue/citation.js';
import type { KindId, RegisterKind } from '#registers/kind.js';
import { REGISTERS } from '#registers/kinds/index.js';
import type { RegisterReply } from './register-desk.js';

/** Verdicts by which the lists know the task. */
const ON_A_LIST: ReadonlySet<Answer['verdict']> = new Set(['autonomy', 'assist', 'negative']);

/**
 * What the lists say of the task behind a form or an app, by its name; null where they don't know it.
 * @param decide the answer to the name of a task
 */
export function taskBehind(kindId: KindId, name: string, decide: (task: string) => Answer): Answer | null {
  const kind: RegisterKind = REGISTERS[kindId];
  if (kind.asked?.task !== true || name === '') return null;
  const answer = decide(name);
  return ON_A_LIST.has(answer.verdict) && answer.choices.length === 0 ? answer : null;
}

/** The reply on an entry as a person reads it, its rules by the numbers of their sources, with all that it rests on. */
export function registerReply(
  { lines, citations: rules }: RegisterReply,
  task: Answer | null,
): { text: string; citations: readonly Citation[] } {
  const listed =
    task === null ? [] : [`后面的工作，清单这样说：${sectionsOf(task.sections, 'headline')[0] ?? ''}`];
  const told =
    rules.length === 0
      ? ['已收录的文件里没有找到这个地区的有关规定。']
      : ['有关规定：', ...rules.map(({ summary }, i) => `${i + 1}. ${summary}`)];
  return {
    text: [...lines, ...listed, ...told].join('\n'),
    citations: [...rules, ...(task?.citations ?? [])],
  };
}
