import type { Assistant } from '#app/assistant.js';
import { readMatters } from '#app/matters.js';
import { createWindow, readLimits, type Window } from '#app/window.js';
import { createWindowDesk } from '#app/window-desk.js';
import { type Case, caseNumber, codeFrom, receive, statusOf } from '#cases/index.js';
import type { WindowDesk } from '#conversation/window-desk.js';
import { QingdanError } from '#errors.js';
import type { Cases, Reminder, Reminders } from '#storage/ports.js';

/** Community of the tests' window, in 重庆市南岸区. */
export const WINDOW_REGION = '500108001001';

/** Cases and reminders of one process, without rights: what a conversation needs of the store. */
export function memoryCases(): { cases: Pick<Cases, 'open' | 'status'>; reminders: Reminders } {
  const opened = new Map<string, { number: string; code: string; one: Case }>();
  const waiting = new Map<string, Reminder>();
  return {
    cases: {
      async open(entry, moment) {
        const known = opened.get(entry.key);
        const number = known?.number ?? caseNumber(moment.day.slice(0, 4), opened.size + 1);
        const code = known?.code ?? codeFrom(new Uint8Array(6).fill(opened.size + 1));
        const one = known?.one ?? receive(entry, moment);
        opened.set(entry.key, { number, code, one });
        return { number, code, one, region: entry.region, contact: null, history: [] };
      },
      async status(number, code) {
        const found = [...opened.values()].find((each) => each.number === number && each.code === code);
        if (found === undefined)
          throw new QingdanError('QD-ID', `件号「${number}」和查询码对不上，请照回执核对`);
        return statusOf(number, found.one);
      },
    },
    reminders: {
      async add(_person, reminder) {
        waiting.set(reminder.id, reminder);
      },
      async take(_person, day) {
        const due = [...waiting.values()].filter((one) => one.day <= day);
        for (const { id } of due) waiting.delete(id);
        return due;
      },
      list: async () => [...waiting.values()],
      cancel: async (_person, id) => waiting.delete(id),
    },
  };
}

/** The window on the shipped library. @param day YYYY-MM-DD, today */
export function testWindow(assistant: () => Pick<Assistant, 'kb' | 'ruler'>, day: () => string): Window {
  return createWindow({
    assistant,
    library: readMatters(),
    limits: readLimits(),
    clock: () => Date.parse(`${day()}T04:00:00Z`),
  });
}

export function memoryWindow(
  assistant: () => Pick<Assistant, 'kb' | 'ruler'>,
  day: () => string,
): WindowDesk {
  const { cases, reminders } = memoryCases();
  const storage = { cases: cases as Cases, reminders };
  return createWindowDesk({ storage, window: testWindow(assistant, day), region: WINDOW_REGION });
}
