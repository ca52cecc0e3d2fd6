import {
  type Assignment,
  type Capacity,
  type Clause,
  frameOf,
  type Language,
  type WordClass,
} from '#language/index.js';
import type { Case } from '../case.js';

/** Longer phrases are looked up by their beginning, where verb and object stand. */
const LONGEST = 40;
/** 居住情况由所在社区出具证明: who issues it is known. */
const ISSUER = /(?:须|应|需|均)?由[^和]{0,10}?(?:社区|居委会|村委会|村)\)?(?:统一|负责)?(?=[出开]具)/u;

/** Makes a case of what a notice hands to the committee: who is told what is known, only the matter is looked for. */
export type TaskCase = (task: Assignment, paper: boolean) => Case;

export function taskCases({ tokenize }: Pick<Language, 'tokenize'>): TaskCase {
  return (task, paper) => {
    const matter = paper ? task.matter.replace(ISSUER, '') : task.matter;
    const looked = [...matter].slice(0, LONGEST).join('');
    const { cue, said } = TOLD[task.capacity];
    // What is known is no part of what is read; the lists' wordings say it in words, so it is compared with them.
    const frame = paper
      ? frameOf(`社区${looked}`, tokenize(looked), { act: 'paper', cues: ['committee'] })
      : frameOf(`${said}${looked}`, tokenize(looked), {
          act: 'task',
          capacity: task.capacity,
          cues: ['committee', cue],
        });
    const { start, end, capacity } = task;
    const clause: Clause = { start, end, frame };
    return {
      source: { start, end },
      text: frame.clause,
      sort: paper ? 'paper' : 'task',
      capacity,
      clauses: [clause],
      handed: true,
    };
  };
}

/** What a notice says by its layout, and how the lists' wordings say it. */
const TOLD: Readonly<Record<Capacity, { cue: WordClass; said: string }>> = {
  assist: { cue: 'assisting', said: '社区协助' },
  responsible: { cue: 'responsible', said: '由社区负责' },
  unsaid: { cue: 'handDown', said: '要求社区' },
};
