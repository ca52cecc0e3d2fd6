import type { Answer } from '#answer/index.js';
import { createAdmissionCounter } from '#app/admission-counter.js';
import { createNoticeDesk } from '#app/notice-desk.js';
import { createRegisterDesk } from '#app/register-desk.js';
import { openTurnReader } from '#app/turns.js';
import type { Citation } from '#catalogue/citation.js';
import { createBot } from '#conversation/bot.js';
import type { Bot } from '#conversation/channel.js';
import { type Conversations, memoryConversations } from '#conversation/conversations.js';
import type { Desk, FeedbackEntry, Intent, Office } from '#conversation/intent.js';
import { loadIntents } from '#conversation/load-intents.js';
import type { Log, LogFields } from '#conversation/log.js';
import type { IncomingMessage, Reply } from '#conversation/message.js';
import { pieces } from '#conversation/plain-text.js';
import { memoryEvents, type ProcessedEvents } from '#conversation/processed-events.js';
import { NO_RECORDS, type Person, type Records } from '#conversation/records.js';
import type { Question } from '#ruling/index.js';
import { fixtureKnowledge } from '../support/knowledge.js';
import { shippedScreener } from '../support/screener.js';

export const TODAY = '2026-11-23';
export const OFFICE: Office = {
  name: '某街道便民服务中心',
  phone: '000-00000000',
  hours: '工作日 9:00 至 17:00',
};

/** A text that the desk breaks on, one that it refuses, one with a long answer. */
export const BREAKS = '让程序出错';
export const REFUSED = '让程序拒绝';
export const LONG = '要很长的回答';
export const LONG_CITATIONS = 60;

const kb = fixtureKnowledge();
const turns = openTurnReader();

function citation(i: number): Citation {
  return {
    documentId: `doc-${i}`,
    title: `关于第${i}件事的规定（试行）`,
    number: `测发〔2020〕${i}号`,
    locator: `第${i}条第一款`,
    region: '全国',
    effectiveFrom: '2020-01-01',
    evidence: 'primary',
    summary: `第${i}条说的是什么。`,
    url: `https://example.com/${i}`,
  };
}

/** An answer without knowledge behind it: it repeats the question, region and role, so that a mix-up shows. */
export function fakeAnswer(question: Question, citations = 1): Answer {
  const { text, region = '全国', role = 'resident', today = TODAY, date = today } = question;
  const cited = Array.from({ length: citations }, (_, i) => citation(i + 1));
  const said = [
    { is: 'headline', text: `答：${text}` },
    { is: 'summary', text: `地区：${region}，身份：${role}，日期：${date}。` },
  ] as const;
  const closing = `目录：${region}，${date}有效，版本 test。以正式文件为准。`;
  return {
    question: text,
    verdict: 'must-not-certify',
    band: 'answer',
    probability: 0.9,
    item: null,
    candidates: [],
    citations: cited,
    route: null,
    text: [...said.map((section) => section.text), closing].join('\n'),
    choices: [],
    explanation: {
      sort: 'paper',
      frame: { act: 'paper', capacity: 'unsaid', object: text },
      subject: null,
      region,
      date,
      wording: null,
      matched: [],
      differed: [],
      decidedBy: 'row-1',
      rows: ['row-1'],
      level: region,
      lists: [],
      vetoes: [],
      threshold: { answer: 0.8, confirm: 0.4 },
      notes: [],
    },
    sections: [...said, { is: 'closing', text: closing }],
    further: [],
    catalogueVersion: 'test',
  };
}

export class Unexpected extends Error {}

/** A desk whose answers repeat the question; see BREAKS, REFUSED and LONG. */
export function fakeDesk(
  changes: Partial<Desk> = {},
): Desk & { entries: FeedbackEntry[]; forgotten: Person[] } {
  const entries: FeedbackEntry[] = [];
  const forgotten: Person[] = [];
  return {
    kb,
    decide(question) {
      if (question.text.includes(BREAKS)) throw new Unexpected('broken on purpose');
      return fakeAnswer(question, question.text.includes(LONG) ? LONG_CITATIONS : 1);
    },
    today: () => TODAY,
    office: OFFICE,
    feedback: {
      async add(entry) {
        entries.push(entry);
      },
    },
    notices: createNoticeDesk(shippedScreener),
    window: null,
    admissions: createAdmissionCounter({
      kb: () => kb,
      screener: shippedScreener,
      today: () => TODAY,
      store: null,
    }),
    registers: createRegisterDesk({ storage: null, kb: () => kb, now: () => `${TODAY}T01:00:00.000Z` }),
    turns,
    keptDays: 180,
    async forget(person) {
      forgotten.push(person);
      return 3;
    },
    ...changes,
    entries,
    forgotten,
  };
}

export interface LogLine {
  level: 'info' | 'warn' | 'error';
  event: string;
  fields: LogFields;
}

/** A log whose lines can be read. */
export function recordingLog(): Log & { lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at =
    (level: LogLine['level']) =>
    (event: string, fields: LogFields = {}) => {
      lines.push({ level, event, fields });
    };
  return { info: at('info'), warn: at('warn'), error: at('error'), lines };
}

export interface TestBotOptions {
  desk?: Desk;
  intents?: readonly Intent[];
  conversations?: Conversations;
  events?: ProcessedEvents;
  records?: Records;
  log?: Log;
  clock?: () => number;
  logKey?: Uint8Array;
}

/** The real bot on a fake desk, with everything in memory. */
export async function testBot(options: TestBotOptions = {}): Promise<Bot> {
  const clock = options.clock ?? (() => 0);
  return createBot({
    desk: options.desk ?? fakeDesk(),
    intents: options.intents ?? (await loadIntents()),
    conversations: options.conversations ?? memoryConversations({ clock }),
    events: options.events ?? memoryEvents({ clock }),
    records: options.records ?? NO_RECORDS,
    logKey: options.logKey,
    log: options.log ?? recordingLog(),
  });
}

let events = 0;

/** A message with an event of its own. */
export function message(text: string, changes: Partial<IncomingMessage> = {}): IncomingMessage {
  return {
    eventId: `e${++events}`,
    channel: 'test',
    conversationId: 'c1',
    userId: 'u1',
    text,
    attachments: [],
    ...changes,
  };
}

/** A reply as plain text. */
export const textOf = (reply: Reply): string => pieces(reply).join('\n');

/** A text for a golden file: the version of the knowledge changes with every row and says nothing of the reply. */
export const withoutVersion = (text: string): string => text.replace(/版本 [0-9a-f]{12}/gu, '版本 …');

/** Blocks without the id of the answer, which goes by channel and event. */
export function withoutIds<B extends { type: string }>({ blocks }: { blocks: readonly B[] }): B[] {
  return blocks.map((block) => (block.type === 'feedback' ? { ...block, answerId: '' } : block));
}
