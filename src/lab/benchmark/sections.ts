import { ENGINES } from './engines.js';

/** A section measures once per point; each gives one row or several. To add one, add it here. */
export interface Section {
  title: string;
  /** What is measured one by one, and what isn't, with why. @param against the version to compare with */
  points(
    sizes: readonly number[],
    against: string | undefined,
  ): {
    points: readonly string[];
    leftOut: readonly string[];
  };
  /** Runs in a process of its own, which loads nothing of the other sections: what is loaded counts as memory. */
  measure(point: string): Promise<object | readonly object[]>;
}

const always =
  (...points: string[]) =>
  () => ({ points, leftOut: [] });

export const SECTIONS: Readonly<Record<string, Section>> = {
  versions: {
    title: 'this version beside another, in turn',
    points: (_, against) => ({ points: against === undefined ? [] : [against], leftOut: [] }),
    measure: async (reference) => {
      const { builtVersion, measureVersions } = await import('./versions.js');
      return measureVersions(builtVersion(reference));
    },
  },
  retrieval: {
    title:
      'one row found among many: all counties’ lists made of the library’s rows, each question naming one',
    points: (sizes) => beside(sizes),
    measure: measureEngine,
  },
  questions: {
    title: 'the project’s own questions to the names and aliases of the library’s rows',
    points: () => beside([0]),
    measure: measureEngine,
  },
  matching: {
    title: 'createMatcher and search, made-up entries',
    points: (sizes) => ({ points: sizes.map(String), leftOut: [] }),
    measure: async (entries) => (await import('./matching.js')).measureMatching(Number(entries)),
  },
  deciding: {
    title: 'decide on the shipped knowledge base, the project’s questions',
    points: always('0'),
    measure: async () => (await import('./deciding.js')).measureDeciding(),
  },
  http: {
    title: 'questions over HTTP, logged durably, beside a bare server of the same framework',
    points: always('1', '10', '50', '200'),
    measure: async (connections) => (await import('./http.js')).measureHttp(Number(connections)),
  },
  storage: {
    title:
      'answers logged durably on SQLite (claim, record, settle, each committed with a sync of the disk; bar: 1,000 a second on one core)',
    points: always('10000'),
    measure: async (answers) => (await import('../storage.js')).measureStorage({ answers: Number(answers) }),
  },
  screening: {
    title: 'whole notices taken apart, one after another',
    points: always('0'),
    measure: async () => (await import('./screening.js')).measureScreening(),
  },
  importing: {
    title:
      'a workbook read, recognised, checked and stored, as kb import does it (bar for 5,000 rows: 5 s, 400 MB)',
    points: always('5000'),
    measure: async (rows) => (await import('../importing.js')).measureImport(Number(rows)),
  },
  turns: {
    title: 'turns of the bot, without any channel or store',
    points: always('20000'),
    measure: async (turns) => (await import('../turns.js')).measureTurnTimes(Number(turns)),
  },
  start: {
    title: 'serve from nothing until it listens, and what it then holds',
    points: always('0'),
    measure: async () => (await import('./start.js')).measureStart(),
  },
  install: {
    title: 'what an office installs, from npm’s cache',
    points: always('0'),
    measure: async () => (await import('./start.js')).measureInstall(),
  },
};

/** Every engine at every size that it can do. */
function beside(sizes: readonly number[]): { points: string[]; leftOut: string[] } {
  const all = sizes.flatMap((size) =>
    Object.entries(ENGINES).map(([name, engine]) => ({ name, engine, size })),
  );
  const skipped = all.filter(({ engine, size }) => size > (engine.most?.entries ?? Number.POSITIVE_INFINITY));
  return {
    points: all.filter((one) => !skipped.includes(one)).map(({ name, size }) => `${name} ${size}`),
    leftOut: skipped.map(({ name, engine, size }) => `${name} at ${size}: ${engine.most?.because}`),
  };
}

async function measureEngine(point: string): Promise<object> {
  const [name = '', size] = point.split(' ');
  const { measureRetrieval } = await import('./retrieval.js');
  return measureRetrieval(name, Number(size));
}
