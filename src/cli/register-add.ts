import type { Command } from 'commander';
import { QingdanError, shown } from '#errors.js';
import { checkedValues, fieldNamed } from '#registers/entry.js';
import type { RegisterKind } from '#registers/kind.js';
import { entryLines } from '#registers/said.js';
import { print, printJson } from './output.js';
import { AS, atDesk, type DeskOptions, placeNames, REGION, registerAct } from './register-desk.js';

interface Options extends DeskOptions {
  place?: string;
  json?: true;
}

/** `qingdan register KIND add 栏目=内容…`: one entry. */
export function registerRegisterAdd(command: Command, kind: RegisterKind): void {
  const fields = kind.fields.map(({ label, required }) => `${label}${required ? '（必填）' : ''}`).join('、');
  command
    .command('add')
    .description(`登记一条。栏目：${fields}`)
    .argument('<栏目=内容...>', `如 ${kind.fields[1]?.label}=…`)
    .option(...AS)
    .option(...REGION)
    .option('--place <社区>', '社区（村）的名称')
    .option('--json', '输出 JSON')
    .action(async (pairs: string[], options: Options) => {
      const values = checkedValues(kind, cellsOf(kind, pairs));
      const added = await atDesk(
        options,
        ({ storage, actor, region }) => {
          const draft = { kind: kind.id, region, place: options.place ?? '', values };
          return storage.registers.add(actor, [draft], registerAct('命令行'));
        },
        { make: true },
      );
      const nameOf = placeNames();
      if (options.json) printJson(added);
      else for (const entry of added) print(`已登记：${entryLines(kind, entry, nameOf).join('\n')}`);
    });
}

/** Cells by key from 栏目=内容. @throws QingdanError QD-INPUT */
export function cellsOf(kind: RegisterKind, pairs: readonly string[]): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const pair of pairs) {
    const at = pair.search(/[=＝]/u);
    const field = at < 1 ? undefined : fieldNamed(kind, pair.slice(0, at).trim());
    if (field === undefined) {
      const known = kind.fields.map(({ label }) => label).join('、');
      throw new QingdanError('QD-INPUT', `「${shown(pair)}」写法不对，请写 栏目=内容，栏目有：${known}`);
    }
    cells[field.key] = pair.slice(at + 1);
  }
  return cells;
}
