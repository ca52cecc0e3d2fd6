import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

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
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // On two cores Vitest would leave one idle: a good part of a test's time is waiting for other programs.
    maxWorkers: Math.max(2, availableParallelism()),
    // Tests know nothing of what a developer keeps in ./data.
    env: { QINGDAN_DATA_DIR: join(tmpdir(), 'qingdan-without-data') },
  },
});
