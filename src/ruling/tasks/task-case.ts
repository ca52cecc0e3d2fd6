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
/** A list inside a phrase is looked up part by part, the first of them only. */
const PARTS = 3;
const LIST = /^(.{2,8}?)((?:[^、和及]{2,12})(?:(?:、|和|及(?!时))[^、和及]{2,12})+)$/u;
/** 居住情况由所在社区出具证明: who issues it is known. */
const ISSUER = /(?:须|应|需|均)?由[^和]{0,10}?(?:社区|居委会|村委会|村)\)?(?:统一|负责)?(?=[出开]具)/u;

/** Makes cases of what a notice hands to the committee: who is told what is known, only the matter is looked for. */
export interface TaskCases {
  /** The task by its own words first, then by parts of them. */
  of(task: Assignment, paper: boolean): Case[];
  /** The same with what the section or the notice is about, for a phrase that doesn't say it (发放宣传资料). */
  byTopic(task: Assignment): Case[];
}

export function taskCases({ tokenize }: Pick<Language, 'tokenize'>): TaskCases {
  const caseOf = (task: Assignment, words: string, paper: boolean, ours = true): Case => {
    const looked = [...words].slice(0, LONGEST).join('');
    const { cue, said } = TOLD[task.capacity];
    // What is known is no part of what is read; the lists' wordings say it in words, so it is compared with them.
    const frame = paper
      ? frameOf(`${ours ? '社区' : ''}${looked}`, tokenize(looked), {
          act: 'paper',
          cues: ours ? ['committee'] : [],
        })
      : frameOf(`${said}${looked}`, tokenize(looked), {
          act: 'task',
          capacity: task.capacity,
          cues: ['committee', cue],
        });
    const clause: Clause = { start: task.start, end: task.end, frame };
    return {
      source: { start: task.start, end: task.end },
      text: frame.clause,
      sort: task.formality !== null && !paper ? 'formality' : paper ? 'paper' : 'task',
      capacity: task.capacity,
      clauses: [clause],
      handed: true,
    };
  };
  return {
    of(task, paper) {
      if (paper) {
        const words = task.matter.replace(ISSUER, '');
        return [caseOf(task, words, true), caseOf(task, words, true, false)];
      }
      return [task.matter, ...partsOf(task.matter)].map((words) => caseOf(task, words, false));
    },
    byTopic: (task) => task.topics.map((topic) => caseOf(task, `${topic}${task.matter}`, false)),
  };
}

/** What a notice says by its layout, and how the lists' wordings say it. */
const TOLD: Readonly<Record<Capacity, { cue: WordClass; said: string }>> = {
  assist: { cue: 'assisting', said: '社区协助' },
  responsible: { cue: 'responsible', said: '由社区负责' },
  unsaid: { cue: 'handDown', said: '要求社区' },
};

/** 走访慰问独居老人和留守儿童: 走访慰问独居老人, 走访慰问留守儿童; 对出租房进行消防隐患排查: 消防隐患排查. */
function partsOf(matter: string): string[] {
  const [, done] = /^对.{2,}?(?:进行|开展|实施)(.{4,})$/u.exec(matter) ?? [];
  if (done !== undefined) return [done];
  // The laws say 检查 where notices say 排查.
  const looked = /^(.{2,12})(?:安全)?(?:隐患)?(?:大?排查|摸排|巡查)$/u.exec(matter)?.[1];
  if (looked !== undefined) return [`${looked}安全检查`];
  const list = matter.split(/、|和|及(?!时)/u);
  if (list.length < 2 || !LIST.test(matter)) return [];
  const [first = '', ...rest] = list;
  const verb = first.length > 4 ? first.slice(0, first.length > 6 ? 4 : 2) : '';
  return [first, ...rest.map((part) => `${verb}${part}`)].filter((part) => part.length >= 3).slice(0, PARTS);
}
