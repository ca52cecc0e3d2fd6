import type { CharterReview } from './review.js';
import { articleName, findingRows, HEAD, procedureLines, summaryLine } from './said.js';

/** The review as Markdown. */
export function charterMarkdown(review: CharterReview): string {
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/[\\|`*_<>[\]#]/gu, (c) => `\\${c}`).replace(/\s*\n\s*/gu, ' ')).join(' | ')} |`;
  const rows = findingRows(review);
  return `${[
    `# ${review.title ?? '公约'}审查意见`,
    '',
    summaryLine(review),
    ...(rows.length === 0
      ? []
      : ['', '## 逐条意见', '', row(HEAD), row(HEAD.map(() => '---')), ...rows.map(row)]),
    '',
    '## 程序',
    '',
    ...procedureLines(review).map((line) => `- ${line}`),
    ...(lawLines(review).length === 0
      ? []
      : ['', '## 依据', '', ...lawLines(review).map((line) => `- ${line}`)]),
  ].join('\n')}\n`;
}

/** Every article once, with what it says. */
export function lawLines({ findings, procedure }: CharterReview): string[] {
  const articles = [...findings, ...procedure].flatMap((one) => one.articles);
  const byName = new Map(articles.map((article) => [articleName(article), article.says]));
  return [...byName].map(([name, says]) => `${name}：${says}`);
}
