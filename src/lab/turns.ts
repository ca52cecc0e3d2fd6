import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createAdmissionCounter } from '#app/admission-counter.js';
import { type Assistant, openAssistant } from '#app/assistant.js';
import { createNoticeDesk } from '#app/notice-desk.js';
import { openTurnReader } from '#app/turns.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { createBot } from '#conversation/bot.js';
import type { Bot } from '#conversation/channel.js';
import { memoryConversations } from '#conversation/conversations.js';
import { loadIntents } from '#conversation/load-intents.js';
import { silentLog } from '#conversation/log.js';
import { memoryEvents } from '#conversation/processed-events.js';
import { NO_RECORDS } from '#conversation/records.js';

/** What turns cost inside the process, without any channel, one at a time. */
export interface TurnTimes {
  turns: number;
  turnsPerSecond: number;
  /** Milliseconds from the call to the reply. */
  p50: number;
  p99: number;
  slowest: number;
  /** Processor time of a turn in milliseconds, which other programs on the machine don't lengthen. */
  cpu: number;
}

export interface TurnFigures {
  /** Every question is new to the process: the time is the decision's. */
  fresh: TurnTimes;
  /** Questions that others asked before, and turns that lean on the one before: the time is the bot's own. */
  repeated: TurnTimes;
  memory: {
    turns: number;
    /** Bytes in use (heap and buffers, after collection) before and after these turns. */
    before: number;
    after: number;
    /** (after − before) ÷ before. */
    growth: number;
  };
}

export interface TurnOptions {
  assistant: Pick<Assistant, 'decide' | 'kb' | 'screener'>;
  /** Fresh questions that are timed. Default: 2,000. */
  fresh?: number;
  /** Repeated turns between the two looks at memory, all of them timed. Default: 100,000. */
  turns?: number;
}

/** Conversations under way at the same time. */
const AT_ONCE = 1000;
/** Turns after which a person leaves and another one comes. */
const TURNS_EACH = 20;
/** Different questions that are asked again and again; the bot remembers 500 answers. */
const COMMON = 200;
/** Milliseconds between two turns on the simulated clock: ten a second, a busy city. */
const STEP = 100;
/** Repeated turns before anything is measured: half an hour, after which as many conversations are forgotten as begin. */
const WARM_UP = 20_000;

/** What people say after a question: every third turn. None makes a new question. */
const LEANING = [
  '依据是哪条',
  '去哪办',
  '我是居民',
  '还有哪些',
  '下一页',
  '有用',
  '谢谢',
  '1',
  '转人工',
  '取消',
] as const;

/** Turns as one row of a table. @param turns repeated turns, timed */
export async function measureTurnTimes(turns: number): Promise<object> {
  const { fresh, repeated, memory } = await measureTurns({
    assistant: openAssistant({ today: '2026-06-30' }),
    turns,
  });
  return {
    freshPerSecond: fresh.turnsPerSecond,
    freshP99: fresh.p99,
    repeatedPerSecond: repeated.turnsPerSecond,
    repeatedP99: repeated.p99,
    growth: memory.growth,
  };
}

/** Runs conversations about the rows of the knowledge base through the bot. */
export async function measureTurns(options: TurnOptions): Promise<TurnFigures> {
  const { assistant, fresh = 2000, turns = 100_000 } = options;
  const questions = questionsOf(assistant.kb);
  const { say } = await conversations(assistant);
  const ask = (i: number) => questions[i % questions.length] as string;
  const repeat = (i: number) =>
    Math.floor(i / AT_ONCE) % 3 === 2
      ? (LEANING[i % LEANING.length] as string)
      : ask(Math.floor(i / AT_ONCE) + (i % COMMON));

  for (let i = 0; i < COMMON; i++) await say(ask(questions.length - 1 - i));
  const freshTimes = await timed(Math.min(fresh, questions.length - COMMON), (i) => say(ask(i)));
  for (let i = 0; i < WARM_UP; i++) await say(repeat(i % (3 * AT_ONCE)));
  const before = inUse();
  const repeatedTimes = await timed(turns, (i) => say(repeat(i % (3 * AT_ONCE))));
  const after = inUse();
  return {
    fresh: freshTimes,
    repeated: repeatedTimes,
    memory: { turns, before, after, growth: (after - before) / before },
  };
}

/** A bot and the people who talk to it in turn. */
async function conversations(
  assistant: TurnOptions['assistant'],
): Promise<{ say(text: string): Promise<void> }> {
  let now = 0;
  const bot = await botOn(assistant, () => now);
  let turn = 0;
  return {
    async say(text) {
      const visit = Math.floor(turn / AT_ONCE / TURNS_EACH);
      const person = `person-${turn % AT_ONCE}`;
      turn++;
      now += STEP;
      await bot.handle({
        eventId: `event-${turn}`,
        channel: 'measure',
        conversationId: `${person}-${visit}`,
        userId: person,
        text,
        attachments: [],
      });
    },
  };
}

async function botOn(assistant: TurnOptions['assistant'], clock: () => number): Promise<Bot> {
  return createBot({
    desk: {
      kb: assistant.kb,
      decide: (question) => assistant.decide(question),
      today: () => '2026-06-30',
      office: null,
      window: null,
      feedback: { add: async () => undefined },
      notices: createNoticeDesk(() => assistant.screener),
      admissions: createAdmissionCounter({
        kb: () => assistant.kb,
        screener: () => assistant.screener,
        today: () => '2026-06-30',
        store: null,
      }),
      registers: null,
      turns: openTurnReader(),
      keptDays: 0,
      forget: async () => 0,
    },
    intents: await loadIntents(),
    conversations: memoryConversations({ clock }),
    events: memoryEvents({ clock }),
    records: NO_RECORDS,
    log: silentLog,
  });
}

async function timed(turns: number, run: (i: number) => Promise<void>): Promise<TurnTimes> {
  const times = new Float64Array(turns);
  const start = performance.now();
  const cpuBefore = process.cpuUsage();
  for (let i = 0; i < turns; i++) {
    const from = performance.now();
    await run(i);
    times[i] = performance.now() - from;
  }
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  times.sort();
  const at = (share: number) => times[Math.min(turns - 1, Math.floor(turns * share))] ?? 0;
  const cpu = (user + system) / 1000 / turns;
  return { turns, turnsPerSecond: turns / seconds, p50: at(0.5), p99: at(0.99), slowest: at(1), cpu };
}

/** The aliases of all rows, first those that stand first, so that neighbours are about different matters. */
function questionsOf(kb: KnowledgeBase): string[] {
  const aliases = [
    ...[...kb.itemById.values()].map(({ item }) => item.aliases),
    ...[...kb.provisionById.values()].map(({ provision }) => provision.aliases),
  ];
  const longest = Math.max(...aliases.map(({ length }) => length));
  return [
    ...new Set(Array.from({ length: longest }, (_, i) => aliases.flatMap((own) => own[i] ?? [])).flat()),
  ];
}

/** Bytes in use after a collection, which Node only offers to those who ask for it by a flag. */
function inUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
