import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { openAssistant } from '#app/assistant.js';
import { packagePath } from '#app/files.js';
import { parseQuestionSet } from '#evaluation/question-set.js';

const COLD_STARTS = 5;

/** `decide` on the shipped knowledge base over the project's questions, and one `qingdan ask` from a cold start. */
export function measureDeciding(): object {
  const path = packagePath('test', 'evaluation', 'questions.jsonl');
  const questions = parseQuestionSet(readFileSync(path, 'utf8'), path);
  const start = performance.now();
  const assistant = openAssistant({ today: '2026-11-23' });
  const openMs = performance.now() - start;
  globalThis.gc?.();
  const rssMB = process.memoryUsage().rss / 1e6;
  for (const { text, region, date } of questions.slice(0, 200)) assistant.decide({ text, region, date });
  const ms = questions.map(({ text, region, date }) => {
    const before = performance.now();
    assistant.decide({ text, region, date });
    return performance.now() - before;
  });
  ms.sort((a, b) => a - b);
  const at = (share: number) => Number((ms[Math.floor(ms.length * share)] ?? 0).toFixed(2));
  return {
    'decide p50 ms': at(0.5),
    'decide p95 ms': at(0.95),
    'decide p99 ms': at(0.99),
    'open ms': Math.round(openMs),
    'RSS after opening MB': Math.round(rssMB),
    'ask, cold start ms': coldStart(),
  };
}

/** Median of a few whole runs of the command. */
function coldStart(): number {
  const times = Array.from({ length: COLD_STARTS }, () => {
    const before = performance.now();
    const run = spawnSync(process.execPath, [
      packagePath('dist', 'src', 'cli', 'main.js'),
      'ask',
      '居委会能开死亡证明吗',
    ]);
    if (run.status !== 0) throw new Error(`bench: qingdan ask ended with ${run.status}`);
    return performance.now() - before;
  }).sort((a, b) => a - b);
  return Math.round(times[Math.floor(times.length / 2)] ?? 0);
}
