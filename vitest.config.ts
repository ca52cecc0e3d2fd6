import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Tests know nothing of what a developer keeps in ./data.
    env: { QINGDAN_DATA_DIR: join(tmpdir(), 'qingdan-without-data') },
  },
});
