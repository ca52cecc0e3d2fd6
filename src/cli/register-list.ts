import type { Command } from 'commander';
import { QingdanError, shown } from '#errors.js';
import { ENTRY_STATES, type EntryState } from '#registers/entry.js';
import { readDay } from '#registers/field.js';
import type { RegisterKind } from '#registers/kind.js';
import { stateWord } from '#registers/life.js';
import { entryLines, entryTable } from '#registers/said.js';
import { table } from '#text/table.js';
import { print, printJson } from './output.js';
import { AS, atDesk, type DeskOptions, placeNames, REGION } from './register-desk.js';
import { wholeNumber } from './whole-number.js';

export interface ListOptions extends DeskOptions {
  from?: string;
  to?: string;
  state?: string;
  limit: string;
  json?: true;
}

/** `qingdan register KIND list|show`. */
export function registerRegisterList(command: Command, kind: RegisterKind): void {
  command
    .command('list')
    .description('列出登记，新的在前')
    .option(...AS)
    .option(...REGION)
    .option('--from <日期>', '从哪天起')
    .option('--to <日期>', '到哪天止')
    .option('--state <情况>', `情况：${statesOf(kind).join('、')}`)
    .option('--limit <条数>', '最多几条，不超过 1000', '50')
    .option('--json', '输出 JSON')
    .action(async (options: ListOptions) => {
      const entries = await atDesk(options, ({ storage, actor, region }) =>
        storage.registers.list(actor, {
          kind: kind.id,
          region,
          from: dayOption('--from', options.from),
          to: dayOption('--to', options.to),
          state: stateOption(kind, options.state),
          limit: wholeNumber('--limit', options.limit),
        }),
      );
      if (options.json) printJson(entries);
      else print(entries.length === 0 ? '没有登记。' : table(entryTable(kind, entries, placeNames())));
    });
  command
    .command('show')
    .description('看一条登记')
    .argument('<编号>', '如 seal-500108001001-2026-1')
    .option(...AS)
    .option('--json', '输出 JSON')
    .action(async (id: string, options: DeskOptions & { json?: true }) => {
      const entry = await atDesk(options, ({ storage, actor }) => storage.registers.find(actor, id));
      if (options.json) printJson(entry);
      else print(entryLines(kind, entry, placeNames()).join('\n'));
    });
}

/** A day of an option. @throws QingdanError QD-DATE */
export function dayOption(option: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const day = readDay(text.trim());
  if (day !== null) return day;
  throw new QingdanError('QD-DATE', `选项 ${option} 的日期「${shown(text)}」不对，请写成 2026-03-01`);
}

const statesOf = (kind: RegisterKind) => ENTRY_STATES.map((state) => stateWord(kind, state));

function stateOption(kind: RegisterKind, text: string | undefined): EntryState | undefined {
  if (text === undefined) return undefined;
  const state = ENTRY_STATES.find((one) => one === text || stateWord(kind, one) === text);
  if (state !== undefined) return state;
  throw new QingdanError('QD-INPUT', `没有「${shown(text)}」这种情况，有的是：${statesOf(kind).join('、')}`);
}
