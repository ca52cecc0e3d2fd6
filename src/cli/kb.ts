import type { Command } from 'commander';
import { registerKbLint } from './kb-lint.js';
import { registerKbList } from './kb-list.js';
import { registerKbShow } from './kb-show.js';

/** `qingdan kb …`: looking at the knowledge base. */
export function registerKb(program: Command): void {
  const kb = program.command('kb').description('查看和检查知识库');
  registerKbLint(kb);
  registerKbList(kb);
  registerKbShow(kb);
}
