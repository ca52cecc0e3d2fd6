/**
 * `npm run bench [-- --sizes 1000,10000,100000,1000000 --only retrieval,deciding --against REF --out FOLDER]`: speed,
 * memory and what is found, one section per part of the library, the matcher beside what others would use. Every
 * measurement runs in a process of its own, so that none warms up or fills the memory of the next. With `--against` a
 * built folder or a commit is measured in turn with this version. With `--out` (docs/benchmarks) the figures are written
 * as JSON and Markdown with charts, under the day.
 */
import { spawnSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chinaToday } from '#app/assistant.js';
import { packagePath } from '#app/files.js';
import { packageVersion } from '#package-root.js';
import type { Rows } from './benchmark/charts.js';
import { type Report, writeReport } from './benchmark/report.js';
import { SECTIONS, type Section } from './benchmark/sections.js';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    /** Only these, apart by commas. Default: all. */
    only: { type: 'string' },
    /** A commit, a tag, or a folder with a built version. */
    against: { type: 'string' },
    out: { type: 'string' },
    /** Set in the processes that measure. */
    section: { type: 'string' },
    point: { type: 'string' },
  },
});
/** A process that measures one point may take this long, in milliseconds. */
const LONGEST = 600_000;
/** What a million entries need of the heap in the engine that needs most, in megabytes. */
const HEAP = 8_000;

if (values.section !== undefined) {
  const figures = await SECTIONS[values.section]?.measure(values.point ?? '');
  process.stdout.write(`\n${JSON.stringify([figures ?? []].flat())}`);
} else measureAll();

function measureAll(): void {
  const loadBefore = load();
  const [processor] = cpus();
  console.log(`Node ${process.version}, ${cpus().length} × ${processor?.model ?? '?'}, load ${loadBefore}`);
  const sections: Record<string, Report['sections'][string]> = {};
  const wanted = values.only?.split(',') ?? Object.keys(SECTIONS);
  for (const name of wanted) {
    const section = SECTIONS[name];
    if (section === undefined) throw new Error(`bench: no section ${name}`);
    const { points, leftOut } = pointsOf(section);
    if (points.length === 0) continue;
    console.log(`\n${section.title}`);
    const measured = points.map((point) => {
      const figures = measureApart(name, point);
      console.log(
        typeof figures === 'string' ? figures : figures.map((row) => JSON.stringify(row)).join('\n'),
      );
      return figures;
    });
    const rows = measured.flatMap((one) => (typeof one === 'string' ? [] : one));
    console.table(rows);
    const missing = [...leftOut, ...measured.filter((one) => typeof one === 'string')];
    for (const one of missing) console.log(`not measured: ${one}`);
    sections[name] = { title: section.title, rows, leftOut: missing };
  }
  if (values.out === undefined) return;
  const machine = {
    node: process.version,
    processors: cpus().length,
    model: processor?.model ?? '?',
    memoryGB: Math.round(totalmem() / 1e9),
    loadBefore,
    loadAfter: load(),
  };
  writeReport({ date: chinaToday(), version: packageVersion(), machine, sections }, packagePath(values.out));
}

function pointsOf(section: Section): { points: readonly string[]; leftOut: readonly string[] } {
  return section.points(values.sizes.split(',').map(Number), values.against);
}

function load(): number {
  return Number(loadavg()[0]?.toFixed(1));
}

/** Four digits of every figure: the others change from run to run. */
function rounded(row: object): Rows[number] {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'number' ? Number(value.toPrecision(4)) : value,
    ]),
  );
}

/** The rows of one point; a line where its process took too long or failed. */
function measureApart(section: string, point: string): Rows | string {
  const script = fileURLToPath(import.meta.url);
  const args = [
    '--expose-gc',
    `--max-old-space-size=${HEAP}`,
    script,
    '--section',
    section,
    '--point',
    point,
  ];
  const { stdout, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: LONGEST,
  });
  if (status === null) return `${section} ${point}: not done in ${LONGEST / 60_000} minutes`;
  if (status !== 0) return `${section} ${point}: the process ended with ${status}`;
  // nlp.js tells of its training before.
  return (JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1)) as object[]).map(rounded);
}
