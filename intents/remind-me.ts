import { textOnly } from '#conversation/answer-blocks.js';
import { NO_WINDOW } from '#conversation/demands.js';
import { defineIntent, type Outcome, type Turn } from '#conversation/intent.js';
import type { ReminderDesk } from '#conversation/reminder-desk.js';
import {
  asksForReminders,
  chosenReminders,
  type ReminderChoice,
  type ReminderWish,
  reminderChoice,
  reminderLines,
  reminderWish,
} from '#conversation/reminder-wish.js';
import { maskPersonalData } from '#text/masking.js';

type Slots =
  | { type: 'list' }
  | { type: 'cancel'; choice: ReminderChoice }
  | { type: 'remind'; wish: ReminderWish };

/**
 * Something to be told of on a day, what is waiting to be told, and what isn't wanted any more. The bot never speaks
 * first: it is said when the person next writes.
 */
export const intent = defineIntent<Slots>({
  id: 'remind-me',
  precedence: 34,
  interrupts: false,
  examples: [
    '明天提醒我问路灯的事',
    '12月5日提醒我交材料',
    '提醒我下周五去街道',
    '三天后提醒我',
    '提醒我',
    '我有哪些提醒',
    '看看我的提醒',
    '取消提醒2',
    '取消明天的提醒',
    '把问路灯的提醒取消了',
    '不用提醒我问路灯的事了',
  ],
  slots({ said, desk }) {
    if (asksForReminders(said)) return { type: 'list' };
    const choice = reminderChoice(said, desk.today());
    if (choice !== null) return { type: 'cancel', choice };
    const wish = reminderWish(said, desk.today());
    return wish === null ? null : { type: 'remind', wish };
  },
  async handler(slots, turn) {
    const { desk } = turn;
    const reminders = desk.reminders ?? desk.window;
    if (reminders === null) return { blocks: textOnly(NO_WINDOW(desk.office)) };
    if (slots.type === 'remind') return kept(slots.wish, turn, reminders);
    const { channel, userId } = turn.message;
    const waiting = await reminders.reminders({ channel, userId });
    if (waiting.length === 0) return { blocks: textOnly(NONE) };
    if (slots.type === 'list') return { blocks: textOnly(listed('您让我记着的提醒：', waiting)) };
    const chosen = chosenReminders(waiting, slots.choice);
    if (chosen.length === 0) return { blocks: textOnly(listed('要取消哪一个？您让我记着的有：', waiting)) };
    for (const { id } of chosen) await reminders.cancelReminder({ channel, userId }, id);
    return {
      blocks: textOnly(['不再提醒：', ...chosen.map(({ day, text }) => `${day} ${text}`)].join('\n')),
    };
  },
});

const NONE = '没有记着的提醒。要记，说哪一天、什么事，如：12月5日提醒我问路灯的事。';

const listed = (head: string, waiting: Parameters<typeof reminderLines>[0]): string =>
  [head, ...reminderLines(waiting), '不要了，说「取消提醒1」这样的话。'].join('\n');

async function kept({ day, text }: ReminderWish, turn: Turn, reminders: ReminderDesk): Promise<Outcome> {
  if (day === null) return { blocks: textOnly('请说哪一天、提醒什么，如：12月5日提醒我问路灯的事。') };
  const { message, state, answerId } = turn;
  const { channel, userId } = message;
  const what = maskPersonalData(text === '' ? (state.last?.text ?? '您记下的这一天') : text).text;
  await reminders.remind({ channel, userId }, { id: answerId, day, text: what });
  return {
    blocks: textOnly(
      `记下了：${day} 提醒「${what}」。我不会主动发消息，到那天或之后您来说第一句话时，我先提这件事。`,
    ),
  };
}
