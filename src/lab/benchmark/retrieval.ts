import { readFileSync } from 'node:fs';
import { packagePath } from '#app/files.js';
import { readKnowledge } from '#app/open.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { parseQuestionSet } from '#evaluation/question-set.js';
import { ENGINES } from './engines.js';
import { type GoldQuestion, type ListedText, libraryList, libraryQuestions } from './library-list.js';
import { Timings } from './timing.js';

/** Shares in per cent, times in milliseconds unless said. */
export interface RetrievalFigures {
  engine: string;
  /** 0 for the library's own rows and questions. */
  entries: number;
  'R@1 %': number;
  'R@10 %': number;
  'p50 ms': number;
  'p95 ms': number;
  'p99 ms': number;
  /** Of the processor, for each question: holds on a busy machine too. */
  'CPU ms': number;
  'build s': number;
  'build CPU s': number;
  /** What the process grew by, and its largest size. */
  'index MB': number;
  'peak MB': number;
}

const LIMIT = 10;
const WARM_UP = 20;

/** One engine on one list, in a process of its own. @param size 0 for the library's own rows */
export async function measureRetrieval(name: string, size: number): Promise<RetrievalFigures> {
  const engine = ENGINES[name];
  if (engine === undefined) throw new Error(`bench: no engine ${name}`);
  const { entries, questions } =
    size === 0 ? ownQuestions(readKnowledge()) : synthetic(size, engine.questions);
  const before = residentMegabytes();
  const [started, used] = [performance.now(), process.cpuUsage()];
  const search = await engine.build(entries);
  const built = (performance.now() - started) / 1000;
  const buildCpu = secondsOf(process.cpuUsage(used));
  const after = residentMegabytes();
  for (const { text } of questions.slice(0, WARM_UP)) await search(text, LIMIT);
  const asked = size === 0 ? sample(questions, engine.questions) : questions;
  const times: number[] = [];
  let [first, among] = [0, 0];
  const cpu = process.cpuUsage();
  for (const { text, gold } of asked) {
    const start = performance.now();
    const ids = await search(text, LIMIT);
    times.push(performance.now() - start);
    const rank = ids.findIndex((id) => gold.has(id));
    if (rank === 0) first++;
    if (rank >= 0) among++;
  }
  const timings = new Timings(times);
  return {
    engine: name,
    entries: size === 0 ? entries.length : size,
    'R@1 %': (100 * first) / asked.length,
    'R@10 %': (100 * among) / asked.length,
    'p50 ms': timings.at(0.5),
    'p95 ms': timings.at(0.95),
    'p99 ms': timings.at(0.99),
    'CPU ms': (1000 * secondsOf(process.cpuUsage(cpu))) / asked.length,
    'build s': built,
    'build CPU s': buildCpu,
    'index MB': after - before,
    'peak MB': process.resourceUsage().maxRSS / 1000,
  };
}

function synthetic(size: number, questions: number): { entries: ListedText[]; questions: GoldQuestion[] } {
  const entries = libraryList(readKnowledge(), size);
  return { entries, questions: libraryQuestions(entries, questions) };
}

/** The names and aliases of the library's rows, and the project's questions that a row answers. */
function ownQuestions(kb: KnowledgeBase): { entries: ListedText[]; questions: GoldQuestion[] } {
  const entries = [...kb.itemById.values()].flatMap(({ item: { id, name, aliases = [] } }) =>
    [name, ...aliases].map((text, i) => ({ id: `${id}#${i}`, text })),
  );
  const path = packagePath('test', 'evaluation', 'questions.jsonl');
  const questions = parseQuestionSet(readFileSync(path, 'utf8'), path).flatMap(({ text, items = [] }) => {
    const rows = new Set(items);
    const gold = new Set(entries.map(({ id }) => id).filter((id) => rows.has(id.replace(/#\d+$/u, ''))));
    return gold.size === 0 ? [] : [{ text, gold }];
  });
  return { entries, questions };
}

/** Every so many of a list, so that all its parts are there. */
function sample<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, list.length / most);
  return Array.from({ length: Math.min(most, list.length) }, (_, i) => list[Math.floor(i * step)] as T);
}

const secondsOf = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6;

function residentMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
}
