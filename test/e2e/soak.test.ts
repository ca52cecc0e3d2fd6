import { describe, expect, it } from 'vitest';
import { soak } from '#lab/service/soaking.js';

/** Milliseconds; five programs are started one after the other. */
const PATIENCE = 240_000;

describe('three instances on one PostgreSQL, of which one is killed now and then', () => {
  it(
    'keep every answer that they acknowledged, and answer as one alone does',
    async () => {
      const found = await soak({ seconds: 6, killEvery: 2, instances: 3, people: 4, seed: 7 });
      expect(found.kills).toBeGreaterThan(0);
      expect(found.kept).toBeGreaterThan(10);
      expect(found.lost).toEqual([]);
      expect(found.wrong).toEqual([]);
      expect(found.findings).toBe(0);
    },
    PATIENCE,
  );
});
