import type { Command } from 'commander';
import { type Difference, differences } from '#importing/differences.js';
import { FIELD_LABELS } from '#importing/record-columns.js';
import { documentNamed } from './document-named.js';
import { print, printJson } from './output.js';

const CHANGE_WORDS = { added: '新增', removed: '删去', changed: '改动' } as const;

/** `qingdan kb diff A B`: what changed from one document or version to another. */
export function registerKbDiff(kb: Command): void {
  kb.command('diff')
    .description('比较两份文件或两个版本')
    .argument('<前>', '文件编号、编号@版本（@0 是随程序的一版），或导出的文件')
    .argument('<后>')
    .option('--json', '输出 JSON')
    .action(async (a: string, b: string, options: { json?: true }) => {
      const [before, after] = [await documentNamed(a), await documentNamed(b)];
      const found = differences(before.document, after.document);
      if (options.json) printJson({ before: before.label, after: after.label, differences: found });
      else print([`${before.label} → ${after.label}`, ...lines(found)].join('\n'));
    });
}

function lines(found: readonly Difference[]): string[] {
  if (found.length === 0) return ['没有不同'];
  const count = (change: Difference['change']): number => found.filter((one) => one.change === change).length;
  return [
    ...found.flatMap(({ change, id, name, fields }) => [
      `${CHANGE_WORDS[change]} ${id} ${name}`,
      ...fields.map(
        ({ field, before, after }) =>
          `  ${FIELD_LABELS.get(field) ?? field}：${before || '（无）'} → ${after || '（无）'}`,
      ),
    ]),
    `共新增 ${count('added')} 处、删去 ${count('removed')} 处、改动 ${count('changed')} 处`,
  ];
}
