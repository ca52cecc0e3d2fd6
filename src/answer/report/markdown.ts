import type { Screening } from '../notices/screening.js';
import { numberBases } from './bases.js';
import { followUp } from './follow-up.js';
import { byNeed } from './order.js';
import { PASSED_OVER_COLUMNS, passedOverRows } from './passed-over.js';
import { COLUMNS, rowOf, summaryLines } from './summary.js';

/** The report as Markdown: summary, table, the bases each once, what was passed over. */
export function toMarkdown(screening: Screening): string {
  const lines = ['# 通知研判报告', ''];
  for (const [name, content] of [...summaryLines(screening), ...followUp(screening)])
    lines.push(`- ${cell(name)}：${cell(content)}`);
  const ordered = byNeed(screening);
  const bases = numberBases(ordered.map(({ task }) => task));
  lines.push('', '## 逐项研判', '', row(COLUMNS), row(COLUMNS.map(() => '---')));
  for (const { task, number } of ordered) lines.push(row(rowOf(task, number, bases)));
  if (bases.lines.length > 0) {
    lines.push('', '## 依据', '', ...bases.lines.map((line, i) => `- ${cell(`[${i + 1}]`)} ${cell(line)}`));
  }
  const rest = passedOverRows(screening);
  if (rest.length > 0) {
    lines.push(
      '',
      '## 未列为任务的内容',
      '',
      row(PASSED_OVER_COLUMNS),
      row(PASSED_OVER_COLUMNS.map(() => '---')),
    );
    lines.push(...rest.map(row));
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
const cell = (text: string) => escaped(text).replace(/\s*\n\s*/gu, ' ');
/** Characters by which a phrase would become a table's border, a link or markup. */
const escaped = (text: string) => text.replace(/[\\|`*_<>[\]#]/gu, (c) => `\\${c}`);
