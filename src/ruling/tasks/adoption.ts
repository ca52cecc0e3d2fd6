import { kindOf } from '#catalogue/rows.js';
import type { Assignment } from '#language/index.js';
import { TASK_KINDS } from '../matters.js';
import { enforces, goesBeyond } from './acts.js';
import { type Bench, itemOf } from './bench.js';
import { adopted, asRuled, type Judgement } from './judgement.js';
import { sharesTopic } from './shared-topic.js';
import type { Weighed } from './weighing.js';

/** Probability that a row on offer needs when the title only names it among others. */
const BACKED = 0.3;
/** So many of the rows on offer are looked at. */
const OFFERED = 3;
/** Probability a row needs when it shares the word that tells what a task is about. */
const SHARING = 0.08;
const LISTED: ReadonlySet<string> = new Set(TASK_KINDS);

/** A task that enforces, where a row that bars such is on offer. */
export function barred(bench: Bench, { candidates }: Weighed, task: Assignment): Judgement | null {
  if (!enforces(task.matter, task.capacity === 'assist', bench.words)) return null;
  const rows = candidates
    .slice(0, OFFERED)
    .flatMap(({ id }) => bench.itemAt(id) ?? [])
    .filter((item) => kindOf(item) === 'negative');
  const row = rows.sort((a, b) => bench.depthOf(a) - bench.depthOf(b))[0];
  return row === undefined ? null : adopted(row, candidates);
}

/** The row that was only offered, when it has the telling bench.words. */
export function adopt(
  bench: Bench,
  answers: readonly Weighed[],
  task: Assignment,
  paper: boolean,
): Judgement | null {
  for (const answer of answers) {
    if (bench.worth(answer, task, paper) !== 'adoptable') continue;
    const row = bench.itemAt(answer.candidates[0]?.id);
    if (row !== undefined && (answer === answers[0] || kindOf(row) !== 'negative'))
      return adopted(row, answer.candidates);
  }
  return null;
}

/** A row on offer that has the word which says what the task is about: 先行调解 and 调解民间纠纷. */
export function sharing(bench: Bench, { candidates, ruling }: Weighed, task: Assignment): Judgement | null {
  if (LISTED.has(ruling.verdict)) return null;
  for (const { id, probability } of candidates.slice(0, OFFERED)) {
    const row = probability < SHARING ? undefined : bench.itemAt(id);
    if (row === undefined || (kindOf(row) !== 'assist' && kindOf(row) !== 'autonomy')) continue;
    if (sharesTopic(task.matter, row, bench.words) && !goesBeyond(task.matter, row, bench.words))
      return adopted(row, candidates);
  }
  return null;
}

/** 宣传禁放规定 offers the row on fireworks, and with the title's 烟花爆竹 that row is the answer. */
export function backedByTopic(bench: Bench, first: Weighed, task: Assignment): Judgement | null {
  const [offered] = first.candidates;
  const touched = task.topics.some((topic) => isTouched(bench, topic, first));
  const answer = offered === undefined || !touched ? null : byTopic(bench, task);
  if (offered === undefined || answer === null) return null;
  const among = (list: Weighed['candidates'], id: string | undefined) =>
    list.slice(0, OFFERED).some((candidate) => candidate.id === id);
  if (among(first.candidates, itemOf(answer)?.item.id)) return { ...asRuled(answer), band: 'confirm' };
  const row = bench.itemAt(offered.id);
  const helps = row !== undefined && kindOf(row) !== 'negative' && !goesBeyond(task.matter, row, bench.words);
  return helps && offered.probability >= BACKED && among(answer.candidates, offered.id)
    ? adopted(row, first.candidates)
    : null;
}

/** Whether a topic shares a telling word with a row that the task's own words offer; without one it isn't asked about. */
function isTouched(bench: Bench, topic: string, { candidates }: Weighed): boolean {
  const rows = candidates.slice(0, OFFERED).flatMap(({ id }) => bench.itemAt(id) ?? []);
  const names = rows.map(({ item }) => `${item.name}${item.summary}`).join('\n');
  for (let at = 0; at + 2 <= topic.length; at++) {
    const pair = topic.slice(at, at + 2);
    if (!bench.words.plainWords.has(pair) && names.includes(pair)) return true;
  }
  return false;
}

/** A phrase that doesn't name what it is about is asked once more with the words of its heading. */
export function adoptByTopic(bench: Bench, task: Assignment): Judgement | null {
  const answer = byTopic(bench, task);
  return answer === null ? null : { ...asRuled(answer), band: 'confirm' };
}

function byTopic(bench: Bench, task: Assignment): Weighed | null {
  for (const one of bench.cases.byTopic(task)) {
    const answer = bench.rule(one);
    const { verdict } = answer.ruling;
    const listed = verdict === 'assist' || verdict === 'autonomy';
    if (listed && bench.worth(answer, task, false) === 'stands') return answer;
  }
  return null;
}
