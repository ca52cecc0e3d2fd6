import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { message, testBot, textOf } from './parts.js';

const EVENTS = 10_000;
/** Deliveries under way at once. */
const AT_ONCE = 200;

describe('ten thousand events, delivered again and out of order', () => {
  it('are answered exactly once each', { timeout: 120_000 }, async () => {
    const [seed = 1] = fc.sample(fc.integer(), { numRuns: 1 });
    const deliveries = shuffled(
      Array.from({ length: EVENTS * 3 }, (_, i) => i % EVENTS),
      seed,
    );
    const bot = await testBot();
    const answers = new Map<number, number>();
    const deliver = async (event: number) => {
      const same = message(`第${event}栋楼能开居住证明吗`, {
        eventId: `e${event}`,
        conversationId: `c${event % 997}`,
      });
      const reply = await bot.handle(same);
      if (reply.blocks.length === 0) return;
      expect(textOf(reply), `seed ${seed}`).toContain(`答：第${event}栋楼能开居住证明吗`);
      answers.set(event, (answers.get(event) ?? 0) + 1);
    };
    for (let at = 0; at < deliveries.length; at += AT_ONCE) {
      await Promise.all(deliveries.slice(at, at + AT_ONCE).map(deliver));
    }
    expect(answers.size, `seed ${seed}`).toBe(EVENTS);
    expect(
      [...answers.values()].every((count) => count === 1),
      `seed ${seed}`,
    ).toBe(true);
  });
});

/** Fisher and Yates, with a small generator of its own so that a seed gives the same order. */
function shuffled<T>(values: readonly T[], seed: number): T[] {
  const result = [...values];
  let state = seed >>> 0 || 1;
  const random = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}
