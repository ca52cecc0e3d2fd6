import type { Command } from 'commander';
import { currentLibrary, joinedToMatters } from '#app/list-import.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { writeAtomically } from '#importing/atomic-file.js';
import type { ImportPlan } from '#importing/import-plan.js';
import type { Joined } from '#importing/joining/join-plan.js';
import { joinReport } from '#importing/joining/join-report.js';
import type { JoinedRow } from '#importing/joining/joined-row.js';
import { readMattersFile, writeMattersFile } from '#importing/joining/matters-file.js';
import { table } from '#text/table.js';
import { readWithProgress } from './import-file.js';
import { refuseExisting } from './kb-export.js';
import { print } from './output.js';

/** What is given on the command line of the rows' matters. */
export interface JoiningFlags {
  matters?: string;
  mattersOut?: string;
  force?: true;
}

export function joiningOptions(command: Command): Command {
  return command
    .option('--matters <文件>', '各行归入哪个事项：表格（.xlsx、.csv、.tsv），条目编号对事项编号或“新”')
    .option('--matters-out <文件>', '把各行和三个建议写成表格（.xlsx、.csv），填好后用 --matters 交回')
    .option('--force', '--matters-out 的文件已有时覆盖');
}

/** The plan with the rows' matters: chosen, as before, or found. @throws QingdanError QD-IMPORT, QD-FILE… */
export function joinedPlan(plan: ImportPlan, kb: KnowledgeBase, { matters }: JoiningFlags): Promise<Joined> {
  return joinedToMatters(
    plan,
    kb,
    matters === undefined
      ? null
      : async (choosable) => readMattersFile(await readWithProgress(matters), choosable),
  );
}

/** Writes the table to choose in, where that is asked for. @throws QingdanError QD-FILE, QD-VERSIONS */
export async function writeChoices(
  rows: readonly JoinedRow[],
  { mattersOut, force }: JoiningFlags,
): Promise<void> {
  if (mattersOut === undefined) return;
  refuseExisting(mattersOut, force ?? false);
  writeAtomically(mattersOut, await writeMattersFile(rows, mattersOut));
}

/** Prints what became of the rows; nothing where none had to be joined. */
export function printJoins(
  rows: readonly JoinedRow[],
  kb: KnowledgeBase,
  { mattersOut }: JoiningFlags,
): void {
  if (rows.length === 0) return;
  const report = joinReport(rows, currentLibrary(kb));
  print(['', table(report.table), '', ...report.lines].join('\n'));
  if (mattersOut !== undefined) print(`建议已写到 ${mattersOut}`);
}
