import type { Command } from 'commander';
import type { Entry } from '#registers/entry.js';
import { checkedValues } from '#registers/entry.js';
import { cellOf } from '#registers/field.js';
import type { RegisterKind } from '#registers/kind.js';
import type { EntryEvent } from '#registers/life.js';
import { entryLines } from '#registers/said.js';
import { print, printJson } from './output.js';
import { cellsOf } from './register-add.js';
import { AS, atDesk, type DeskOptions, placeNames, registerAct } from './register-desk.js';

interface Options extends DeskOptions {
  number?: string;
  reason?: string;
  json?: true;
}

/** `qingdan register KIND amend|admit|refuse|reopen|end`. */
export function registerRegisterDecisions(command: Command, kind: RegisterKind): void {
  const one = (name: string, description: string) =>
    command
      .command(name)
      .description(description)
      .argument('<编号>', '登记的编号，list --json 里的 id')
      .option(...AS)
      .option('--json', '输出 JSON');
  one('amend', '改一条登记：只写要改的栏目')
    .argument('<栏目=内容...>')
    .action((id: string, pairs: string[], options: Options) =>
      change(kind, id, options, (entry) => {
        const before = Object.fromEntries(
          Object.entries(entry.values).map(([key, value]) => [key, cellOf(value)]),
        );
        return { type: 'amend', values: checkedValues(kind, { ...before, ...cellsOf(kind, pairs) }) };
      }),
    );
  one('end', '停用一条登记：记错了，或者不再要了')
    .requiredOption('--reason <理由>', '为什么')
    .action((id: string, options: Options) =>
      change(kind, id, options, () => ({ type: 'end', reason: options.reason ?? '' })),
    );
  const { decision } = kind;
  if (decision === null) return;
  one('admit', `${decision.of}：${decision.admitted}`)
    .option('--number <文号>', '决定的文号或编号')
    .option('--reason <理由>', '说明')
    .action((id: string, options: Options) =>
      change(kind, id, options, () => ({
        type: 'admit',
        number: options.number ?? null,
        reason: options.reason ?? null,
      })),
    );
  one('refuse', decision.refused)
    .requiredOption('--reason <理由>', '为什么')
    .action((id: string, options: Options) =>
      change(kind, id, options, () => ({ type: 'refuse', reason: options.reason ?? '' })),
    );
  one('reopen', '撤回决定，重新研究')
    .requiredOption('--reason <理由>', '为什么')
    .action((id: string, options: Options) =>
      change(kind, id, options, () => ({ type: 'reopen', reason: options.reason ?? '' })),
    );
}

async function change(
  kind: RegisterKind,
  id: string,
  options: Options,
  eventFor: (entry: Entry) => EntryEvent,
): Promise<void> {
  const entry = await atDesk(options, async ({ storage, actor }) => {
    const before = await storage.registers.find(actor, id);
    return storage.registers.change(actor, id, eventFor(before), registerAct('命令行'));
  });
  if (options.json) printJson(entry);
  else print(entryLines(kind, entry, placeNames()).join('\n'));
}
