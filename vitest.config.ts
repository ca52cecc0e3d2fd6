import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Rooms whose tests start nothing and change nothing outside of themselves: they share what they load. */
const TOGETHER = [
  ...['admission', 'answer', 'catalogue', 'cases', 'charter', 'conversation', 'evaluation', 'exporting'],
  ...['inspection', 'intents', 'lab', 'language', 'lookback', 'recognition', 'registers', 'review'],
  ...['ruling', 'search', 'text'],
].map((room) => `test/${room}/**/*.test.ts`);
const ALL = ['test/**/*.test.ts'];

/** Tests run the sources: the package's own imports lead to them instead of what is compiled. */
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^#(?=(?:intents|adapters)\/)/, replacement: here('./') },
      { find: /^#(?!package\.json$)/, replacement: here('./src/') },
    ],
  },
  test: {
    projects: [
      { extends: true, test: { name: 'together', include: TOGETHER, isolate: false } },
      { extends: true, test: { name: 'apart', include: ALL, exclude: TOGETHER } },
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // On two cores Vitest would leave one idle: a good part of a test's time is waiting for other programs.
    maxWorkers: Math.max(2, availableParallelism()),
    // Tests know nothing of what a developer keeps in ./data.
    env: { QINGDAN_DATA_DIR: join(tmpdir(), 'qingdan-without-data') },
  },
});
