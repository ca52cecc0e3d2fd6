/**
 * `npm run bench [-- --sizes 1000,10000,100000 --only storage,importing]`: speed and memory, one section per part of the library. Every
 * measurement runs in a process of its own, so that none warms up or fills the memory of the next.
 */
import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** A section measures once per point, and prints one row for each. To add one, add it here. */
interface Section {
  title: string;
  points(sizes: readonly number[]): readonly number[];
  /** Runs in a process of its own, which loads nothing of the other sections: what is loaded counts as memory. */
  measure(point: number): Promise<object>;
}

const SECTIONS: Readonly<Record<string, Section>> = {
  matching: {
    title: 'createMatcher and search, synthetic entries',
    points: (sizes) => sizes,
    measure: async (entries) => (await import('./benchmark/matching.js')).measureMatching(entries),
  },
  deciding: {
    title: 'decide on the shipped knowledge base, the project’s questions',
    points: () => [0],
    measure: async () => (await import('./benchmark/deciding.js')).measureDeciding(),
  },
  storage: {
    title:
      'answers logged durably on SQLite (claim, record, settle, each committed with a sync of the disk; bar: 1,000 a second on one core)',
    points: () => [10_000],
    measure: async (answers) => (await import('./storage.js')).measureStorage({ answers }),
  },
  importing: {
    title:
      'a workbook read, recognised, checked and stored, as kb import does it (bar for 5,000 rows: 5 s, 400 MB)',
    points: () => [5_000],
    measure: async (rows) => (await import('./importing.js')).measureImport(rows),
  },
  turns: {
    title: 'turns of the bot, without any channel or store',
    points: () => [20_000],
    measure: async (turns) => (await import('./turns.js')).measureTurnTimes(turns),
  },
};

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    /** Only these, apart by commas. Default: all. */
    only: { type: 'string' },
    /** Set in the processes that measure. */
    section: { type: 'string' },
    point: { type: 'string' },
  },
});

if (values.section !== undefined) {
  const figures = await SECTIONS[values.section]?.measure(Number(values.point));
  process.stdout.write(JSON.stringify(figures ?? {}));
} else {
  const processors = cpus();
  console.log(
    `Node ${process.version}, ${processors.length} × ${processors[0]?.model ?? '?'}, load ${loadavg()[0]?.toFixed(1)}`,
  );
  const sizes = values.sizes.split(',').map(Number);
  const wanted = values.only?.split(',') ?? Object.keys(SECTIONS);
  for (const [name, section] of Object.entries(SECTIONS)) {
    if (!wanted.includes(name)) continue;
    console.log(`\n${section.title}`);
    console.table(section.points(sizes).map((point) => rounded(measureApart(name, point))));
  }
}

/** Four digits of every figure: the others change from run to run. */
function rounded(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'number' ? Number(value.toPrecision(4)) : value,
    ]),
  );
}

function measureApart(section: string, point: number): object {
  const script = fileURLToPath(import.meta.url);
  const args = ['--expose-gc', script, '--section', section, '--point', String(point)];
  const { stdout, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`bench: the process for ${section} ${point} ended with ${status}`);
  return JSON.parse(stdout) as object;
}
