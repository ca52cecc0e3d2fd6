import type { Command } from 'commander';
import { registerKbAttach } from './kb-attach.js';
import { registerKbCoverage } from './kb-coverage.js';
import { registerKbDiff } from './kb-diff.js';
import { registerKbExport } from './kb-export.js';
import { registerKbHistory } from './kb-history.js';
import { registerKbImport } from './kb-import.js';
import { registerKbLint } from './kb-lint.js';
import { registerKbList } from './kb-list.js';
import { registerKbRegions } from './kb-regions.js';
import { registerKbShow } from './kb-show.js';
import { registerKbTemplate } from './kb-template.js';
import { registerKbWithdraw } from './kb-withdraw.js';

/** `qingdan kb …`: looking at the knowledge base. */
export function registerKb(program: Command): void {
  const kb = program.command('kb').description('查看和检查知识库');
  registerKbLint(kb);
  registerKbList(kb);
  registerKbShow(kb);
  registerKbAttach(kb);
  registerKbHistory(kb);
  registerKbWithdraw(kb);
  registerKbDiff(kb);
  registerKbTemplate(kb);
  registerKbExport(kb);
  registerKbImport(kb);
  registerKbRegions(kb);
  registerKbCoverage(kb);
}
