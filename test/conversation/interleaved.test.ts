import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { message, testBot, textOf } from './parts.js';

const CONVERSATIONS = 1000;
const REGIONS = { 我在南岸区: '重庆市南岸区', 我在重庆: '重庆市', 不限地区: '全国' } as const;
const ROLES = { 我是社区工作者: 'worker', 我是街道干部: 'official', 我是居民: 'resident' } as const;

type Step =
  | { type: 'region'; said: keyof typeof REGIONS }
  | { type: 'role'; said: keyof typeof ROLES }
  | { type: 'ask' }
  | { type: 'basis' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ type: fc.constant('region' as const), said: fc.constantFrom(...keys(REGIONS)) }),
  fc.record({ type: fc.constant('role' as const), said: fc.constantFrom(...keys(ROLES)) }),
  fc.constant({ type: 'ask' as const }),
  fc.constant({ type: 'basis' as const }),
);

function keys<T extends object>(of: T): (keyof T)[] {
  return Object.keys(of) as (keyof T)[];
}

/** What a conversation ought to remember. */
class Model {
  region = '全国';
  role = 'resident';
  question: string | null = null;
  #asked = 0;

  constructor(readonly id: string) {}

  say(next: Step): string {
    switch (next.type) {
      case 'region':
        this.region = REGIONS[next.said];
        return next.said;
      case 'role':
        this.role = ROLES[next.said];
        return next.said;
      case 'ask':
        this.question = `〈${this.id}〉第${++this.#asked}栋楼能开居住证明吗`;
        return this.question;
      case 'basis':
        return '依据是哪条';
    }
  }

  expected(next: Step): string {
    switch (next.type) {
      case 'region':
        if (this.question !== null) return this.#answer();
        return this.region === '全国' ? '不限地区' : `按${this.region}的规定`;
      case 'role':
        // Told after a question, it answers that anew.
        return this.question === null ? '的身份来答' : this.#answer();
      case 'ask':
        return this.#answer();
      case 'basis':
        return this.question === null ? '还没有答过什么' : `「${this.question}」`;
    }
  }

  #answer(): string {
    return `答：${this.question}\n地区：${this.region}，身份：${this.role}，`;
  }
}

describe('a thousand conversations at once', () => {
  it('never mix with one another', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 3, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat({ max: CONVERSATIONS - 1 }), step), { minLength: 500, maxLength: 1000 }),
        async (opening, later) => {
          const bot = await testBot();
          const models = Array.from({ length: CONVERSATIONS }, (_, i) => new Model(`c${i}`));
          const turns: { model: Model; next: Step }[] = [
            // Everybody says something at the same time, then whoever comes says more.
            ...opening.flatMap((next) => models.map((model) => ({ model, next }))),
            ...later.map(([i, next]) => ({ model: models[i] as Model, next })),
          ];
          await Promise.all(
            turns.map(async ({ model, next }) => {
              const text = model.say(next);
              const expected = model.expected(next);
              const reply = textOf(await bot.handle(message(text, { conversationId: model.id })));
              expect(reply).toContain(expected);
              const others = [...reply.matchAll(/〈(c\d+)〉/gu)].filter(([, id]) => id !== model.id);
              expect(others).toEqual([]);
            }),
          );
        },
      ),
      // A counterexample of thousands of steps is shown as found: shrinking one takes longer than reading it.
      { numRuns: 3, endOnFailure: true, verbose: 0 },
    );
  });
});
