import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { createReminderDesk } from '#app/reminder-desk.js';
import type { Person } from '#conversation/person.js';
import type { ReminderDesk } from '#conversation/reminder-desk.js';
import { chosenReminders, reminderLines, reminderWish, wishOf } from '#conversation/reminder-wish.js';
import { QingdanError, shown } from '#errors.js';
import { checkDay, chinaDay } from '#text/days.js';
import { maskPersonalData } from '#text/masking.js';
import { print, printJson } from './output.js';
import { withStorage } from './storage.js';
import { wholeNumber } from './whole-number.js';

interface Options {
  channel: string;
  user: string;
  json?: true;
}

/** UTF-16 units of what is to be told. */
const LONGEST = 200;

/** `qingdan remind …`: what a conversation says to 提醒我, for scripts and for whoever works in the terminal. */
export function registerRemind(program: Command): void {
  const remind = program
    .command('remind')
    .description('提醒：记下哪一天提什么事，查看、取消；到那天在对话里说第一句话时先提，也可以用 due 取');
  const command = (name: string, description: string, isDefault = false) =>
    remind
      .command(name, { isDefault })
      .description(description)
      .option('--channel <渠道>', '给哪个渠道的人记，如 web、slack；不写是本机终端的对话', 'terminal')
      .option('--user <用户>', '渠道里的用户编号', 'terminal')
      .option('--json', '输出 JSON');
  registerAdd(command('add', '记下一件（add 可以不写）', true));
  command('list', '列出还没有提的，早的在前').action((options: Options) =>
    atReminders(options, async (desk, person) => {
      const waiting = await desk.reminders(person);
      if (options.json) printJson(waiting);
      else print(waiting.length === 0 ? '没有记着的提醒。' : reminderLines(waiting).join('\n'));
    }),
  );
  command('cancel', '取消一件')
    .argument('<序号>', '列出时前面的数')
    .action((number: string, options: Options) =>
      atReminders(options, (desk, person) => cancel(desk, person, number, options)),
    );
  command('due', '取出到今天该提的；取过就不再提').action((options: Options) =>
    atReminders(options, async (desk, person) => {
      const due = await desk.remindersDue(person);
      if (options.json) printJson(due);
      else print(due.length === 0 ? '今天没有要提的。' : due.join('\n'));
    }),
  );
}

function registerAdd(command: Command): void {
  command
    .argument('<要提的事...>', '如 12月5日提醒我交材料，也可以只写 12月5日交材料')
    .option('--on <日期>', '哪一天，YYYY-MM-DD；不写就从话里读')
    .action((words: string[], options: Options & { on?: string }) => {
      const wish = wishIn(words.join(' '), options.on);
      return atReminders(
        options,
        async (desk, person) => {
          const reminder = { id: randomUUID(), ...wish };
          await desk.remind(person, reminder);
          if (options.json) printJson(reminder);
          else print(`记下了：${wish.day} 提醒「${wish.text}」。`);
        },
        { make: true },
      );
    });
}

/** @throws QingdanError QD-INPUT, QD-TOO-LONG, QD-DATE */
function wishIn(words: string, on: string | undefined): { day: string; text: string } {
  const said = words.trim();
  if (said.length > LONGEST) throw new QingdanError('QD-TOO-LONG', `要提的事请写在 ${LONGEST} 字以内`);
  const today = chinaDay(Date.now());
  const { day, text } = reminderWish(said, today) ?? wishOf(said, today);
  const named = on === undefined ? day : checkDay(on);
  const what = on === undefined ? text : (reminderWish(said, today)?.text ?? said);
  if (named === null || what === '') {
    throw new QingdanError('QD-INPUT', '请写哪一天、提什么事，如：qingdan remind 12月5日提醒我交材料');
  }
  if (named < today) throw new QingdanError('QD-DATE', `${named} 已经过了，请写今天或以后的日期`);
  return { day: named, text: maskPersonalData(what).text };
}

async function cancel(desk: ReminderDesk, person: Person, number: string, { json }: Options): Promise<void> {
  const place = wholeNumber('序号', number);
  const [chosen] = chosenReminders(await desk.reminders(person), {
    all: false,
    number: place,
    day: null,
    text: '',
  });
  if (place < 1 || chosen === undefined) {
    throw new QingdanError('QD-ID', `没有第「${shown(number)}」件提醒，请用 qingdan remind list 查看`);
  }
  await desk.cancelReminder(person, chosen.id);
  if (json) printJson(chosen);
  else print(`不再提醒：${chosen.day} ${chosen.text}`);
}

function atReminders(
  { channel, user }: Options,
  work: (desk: ReminderDesk, person: Person) => Promise<void>,
  { make = false }: { make?: boolean } = {},
): Promise<void> {
  const now = () => ({ at: new Date().toISOString(), day: chinaDay(Date.now()) });
  return withStorage(
    ({ reminders }) => work(createReminderDesk({ reminders, now }), { channel, userId: user }),
    { make },
  );
}
