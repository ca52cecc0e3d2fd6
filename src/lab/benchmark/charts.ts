import { drawChart } from '#documents/chart.js';

/** Figures of one section, one object for each row. */
export type Rows = readonly Readonly<Record<string, unknown>>[];

export interface Picture {
  file: string;
  svg: string;
}

/** What is drawn of a section: `of` over `along`, one line or bar for each `by`. */
interface Drawing {
  section: string;
  file: string;
  title: string;
  along: string;
  by: string;
  of: string;
  unit: string;
}

const DRAWINGS: readonly Drawing[] = [
  ...(['R@1 %', 'R@10 %'] as const).map((of) => ({
    section: 'retrieval',
    file: `retrieval-${of === 'R@1 %' ? 'r1' : 'r10'}`,
    title: `${of} by size of the list`,
    along: 'entries',
    by: 'engine',
    of,
    unit: '%',
  })),
  {
    section: 'retrieval',
    file: 'retrieval-p95',
    title: 'log10 of p95 in ms by size of the list',
    along: 'entries',
    by: 'engine',
    of: 'p95 ms',
    unit: 'log10 ms',
  },
  {
    section: 'http',
    file: 'http-requests',
    title: 'Requests a second by connections',
    along: 'connections',
    by: 'what',
    of: 'requests a second',
    unit: '/s',
  },
];
const FONT = 'sans-serif';

/** The charts of what was measured; the same figures give the same pictures. */
export function chartsOf(sections: Readonly<Record<string, Rows>>): Picture[] {
  return DRAWINGS.flatMap(({ section, file, title, along, by, of, unit }) => {
    const rows = sections[section] ?? [];
    if (rows.length === 0) return [];
    const categories = [...new Set(rows.map((row) => String(row[along])))];
    const names = [...new Set(rows.map((row) => String(row[by])))];
    const figureOf = (category: string, name: string): number => {
      const row = rows.find((one) => String(one[along]) === category && String(one[by]) === name);
      const value = Number(row?.[of] ?? Number.NaN);
      return unit.startsWith('log10') ? Math.log10(value) : value;
    };
    const series = names.map((name) => ({ name, values: categories.map((one) => figureOf(one, name)) }));
    return [{ file: `${file}.svg`, svg: drawChart({ title, type: 'bar', categories, series, unit }, FONT) }];
  });
}
