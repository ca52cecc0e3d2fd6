import type { Screening } from '../notices/screening.js';
import { lettersFor } from './letters.js';
import { PASSED_OVER_COLUMNS, passedOverRows } from './passed-over.js';
import { COLUMNS, rowOf, summaryLines } from './summary.js';

/** The report as Markdown: summary, table, what was passed over, draft letters. */
export function toMarkdown(screening: Screening): string {
  const lines = ['# 通知研判报告', ''];
  for (const [name, content] of summaryLines(screening)) lines.push(`- ${cell(name)}：${cell(content)}`);
  lines.push('', '## 逐项研判', '', row(COLUMNS), row(COLUMNS.map(() => '---')));
  screening.tasks.forEach((task, i) => {
    lines.push(row(rowOf(task, i)));
  });
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
  for (const { title, paragraphs } of lettersFor(screening)) {
    lines.push('', `## ${title}`, '');
    for (const paragraph of paragraphs) lines.push(escaped(paragraph), '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
const cell = (text: string) => escaped(text).replace(/\s*\n\s*/gu, ' ');
/** Characters by which a phrase would become a table's border, a link or markup. */
const escaped = (text: string) => text.replace(/[\\|`*_<>[\]#]/gu, (c) => `\\${c}`);
