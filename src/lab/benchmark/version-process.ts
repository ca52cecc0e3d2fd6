/** The process that `versions.ts` starts for each version: opens its library, then answers batches of questions. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BatchTimes } from './versions.js';

interface Library {
  openAssistant(options: { today: string }): { decide(question: { text: string }): unknown };
}

/** Where a version has its library: since 0.3.0, before. */
const PLACES = ['dist/src/app/assistant.js', 'dist/app/assistant.js'];

const root = process.argv[2] ?? '.';
const place = PLACES.map((path) => join(root, path)).find(existsSync);
if (place === undefined) throw new Error(`bench: ${root} has none of ${PLACES.join(', ')}`);
const { openAssistant } = (await import(pathToFileURL(place).href)) as Library;
const { decide } = openAssistant({ today: '2026-11-23' });
decide({ text: '居委会能开死亡证明吗' });
globalThis.gc?.();
process.send?.(process.memoryUsage().rss / 1e6);
process.on('message', (texts: readonly string[]) => {
  const milliseconds: number[] = [];
  const used = process.cpuUsage();
  for (const text of texts) {
    const start = performance.now();
    decide({ text });
    milliseconds.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(used);
  process.send?.({ milliseconds, cpu: (user + system) / 1000 } satisfies BatchTimes);
});
