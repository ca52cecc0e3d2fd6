import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartsOf, type Rows } from './charts.js';

/** Everything that one run measured. */
export interface Report {
  /** YYYY-MM-DD. */
  date: string;
  version: string;
  machine: {
    node: string;
    processors: number;
    model: string;
    memoryGB: number;
    loadBefore: number;
    loadAfter: number;
  };
  /** By section: its title, its rows, and what was left out and why. */
  sections: Readonly<Record<string, { title: string; rows: Rows; leftOut: readonly string[] }>>;
}

/** Writes `<date>.json`, `<date>.md` and the charts of a run. */
export function writeReport(report: Report, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => writeFileSync(join(folder, `${report.date}-${name}`), text);
  const charts = chartsOf(
    Object.fromEntries(Object.entries(report.sections).map(([name, { rows }]) => [name, rows])),
  );
  for (const { file, svg } of charts) write(file, svg);
  write('bench.json', `${JSON.stringify(report, null, 2)}\n`);
  write(
    'bench.md',
    markdownOf(
      report,
      charts.map(({ file }) => file),
    ),
  );
}

function markdownOf({ date, version, machine, sections }: Report, charts: readonly string[]): string {
  const { node, processors, model, memoryGB, loadBefore, loadAfter } = machine;
  const about = [
    `# Measured on ${date}, version ${version}`,
    `By \`npm run bench\` on ${processors} × ${model}, ${memoryGB} GB, Node ${node}; load ${loadBefore} at the beginning, ${loadAfter} at the end (the machine is shared: compare within a table, and by CPU where times are close).`,
  ];
  const tables = Object.values(sections).flatMap(({ title, rows, leftOut }) => [
    `## ${title}`,
    ...(rows.length === 0 ? [] : [tableOf(rows)]),
    ...(leftOut.length === 0 ? [] : [leftOut.map((one) => `- not measured: ${one}`).join('\n')]),
  ]);
  const pictures = charts.map((file) => `![${file}](${date}-${file})`);
  return `${[...about, ...tables, ...pictures].join('\n\n')}\n`;
}

function tableOf(rows: Rows): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(names),
    line(names.map(() => '---')),
    ...rows.map((row) => line(names.map((name) => String(row[name] ?? '–')))),
  ].join('\n');
}
