import { dayToCome } from '#language/index.js';
import { hanNumber } from '#text/numerals.js';
import type { WaitingReminder } from './reminder-desk.js';

/** What somebody wants to be told of. */
export interface ReminderWish {
  /** YYYY-MM-DD; null where the words name none to come. */
  readonly day: string | null;
  /** Empty where they only name the day. */
  readonly text: string;
}

/** Which of the waiting reminders are to be taken back; all where `all` says so. */
export interface ReminderChoice {
  readonly all: boolean;
  /** Place in the list, from 1. */
  readonly number: number | null;
  readonly day: string | null;
  /** Words of what it says; empty where none are. */
  readonly text: string;
}

const AROUND =
  /^(?:[,，:：、\s的在到]|请|帮我|麻烦|前|之前|那天|时候)+|(?:[,，:：、\s]|请|帮我|麻烦|前|之前|那天|的时候)+$/gu;
const WISH = /^(.{0,30}?)(?:请|记得|到时候?|麻烦)?提醒(?:一下)?我(?:一下)?(.{0,60})$/u;
const LIST =
  /^(?:帮我|请)?(?:看看|看一下|查看|查一下|查|列出|列一下)?(?:我|现在)?的?(?:都|还)?(?:有|记了|记着|设了|定了)?(?:哪些|什么|几个|几条)?的?提醒(?:有哪些|有什么|清单|列表|还有哪些)?$/u;
const TAKEN = '(?:取消|删掉|删除|去掉|撤掉|撤销|不要)(?:掉|了|吧)?';
const CANCEL = [
  new RegExp(`^(?:帮我|请)?${TAKEN}(.{0,30}?)的?提醒(?:我)?(.{0,10}?)(?:了|吧)?$`, 'u'),
  new RegExp(`^(?:帮我|请)?(?:把)?(.{0,30}?)的?提醒(.{0,8}?)(?:都|给)?${TAKEN}$`, 'u'),
  /^(?:不用|别|不要|不必)(?:再)?提醒我?(.{0,30}?)(?:了|啦)$/u,
];
const ALL = /所有|全部|都/u;
/** Whether something may be done is asked of the lists. */
const ASKS = /[吗呢么?？]$|能不能|可不可以|是不是|要不要/u;
const NUMBER = /第?(\d{1,2}|[一二三四五六七八九十]{1,3})(?:个|条|号)?/u;

/** The wish in 「12月5日提醒我交材料」; null where the words are none. @param today YYYY-MM-DD */
export function reminderWish(said: string, today: string): ReminderWish | null {
  const [, before, after] = WISH.exec(said) ?? [];
  if (before === undefined || after === undefined || ASKS.test(said)) return null;
  return wishOf(`${before} ${after}`, today);
}

/** Day and matter of words that are known to be a wish: 12月5日交材料. */
export function wishOf(words: string, today: string): ReminderWish {
  const day = dayToCome(words, today);
  const rest = day === undefined ? words : words.slice(0, day.start) + words.slice(day.end);
  return { day: day?.date ?? null, text: rest.replace(AROUND, '').trim() };
}

/** Whether somebody asks what they are to be told of: 我有哪些提醒. */
export const asksForReminders = (said: string): boolean => LIST.test(said);

/** Which reminders somebody wants no more: 取消提醒2, 把明天的提醒取消; null where the words ask for nothing like it. */
export function reminderChoice(said: string, today: string): ReminderChoice | null {
  if (ASKS.test(said)) return null;
  for (const pattern of CANCEL) {
    const found = pattern.exec(said);
    if (found === null) continue;
    const words = found.slice(1).join(' ').trim();
    const { day, text } = wishOf(words, today);
    const [whole, digits = ''] = day === null ? (NUMBER.exec(text) ?? []) : [];
    const number = whole === text ? numberOf(digits) : null;
    return {
      all: ALL.test(text),
      number,
      day,
      text: number === null ? text.replace(ALL, '').trim() : '',
    };
  }
  return null;
}

const numberOf = (digits: string): number | null => (/^\d/.test(digits) ? Number(digits) : hanNumber(digits));

/** Those of the waiting ones that are meant. Where nothing tells them apart, the only one. */
export function chosenReminders(
  waiting: readonly WaitingReminder[],
  { all, number, day, text }: ReminderChoice,
): readonly WaitingReminder[] {
  if (all) return waiting;
  if (number !== null) return waiting.slice(number - 1, number);
  if (day === null && text === '') return waiting.length === 1 ? waiting : [];
  return waiting.filter((one) => (day === null || one.day === day) && one.text.includes(text));
}

/** The waiting ones as they are read out, with the numbers by which they are taken back. */
export const reminderLines = (waiting: readonly WaitingReminder[]): string[] =>
  waiting.map(({ day, text }, i) => `${i + 1}. ${day} ${text}`);
