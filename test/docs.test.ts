import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMatters, readWordings } from '#app/matters.js';
import { readKnowledge } from '#app/open.js';
import { packagePath } from '#package-root.js';

const textOf = (file: string) => readFileSync(packagePath(file), 'utf8');

/** What tells of the house as it stands; CHANGELOG tells of houses that were. */
const DOCUMENTS = [
  'README.md',
  'README.zh-CN.md',
  'adapters/README.md',
  'knowledge/README.md',
  'test/evaluation/README.md',
  'test/evaluation/notices/README.md',
  ...readdirSync(packagePath('docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Paths of the package that a text names, in whole; those with a part to fill in (<name>, …) are left out. */
function pathsIn(text: string): string[] {
  const paths = text.matchAll(
    /(?<![\w./:-])(?:src|test|docs|intents|adapters|knowledge|scripts|dist)\/[\w./-]*\w(?![\w/<*…-])/gu,
  );
  return [...new Set(Array.from(paths, ([path]) => path))];
}

/** What is compiled stands where its source does. */
const sourceOf = (path: string) => path.replace(/^dist\/((?:src|intents|adapters)\/.*)\.js$/u, '$1.ts');

describe.each(DOCUMENTS)('%s', (file) => {
  const text = textOf(file);

  it('names only files that are there', () => {
    expect(pathsIn(text).filter((path) => !existsSync(packagePath(sourceOf(path))))).toEqual([]);
  });

  it('links only to files that are there', () => {
    const links = Array.from(text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/gu), ([, link = '']) => link);
    expect(links.filter((link) => !existsSync(packagePath(join(dirname(file), link))))).toEqual([]);
  });

  it('names only scripts that package.json has', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = Array.from(text.matchAll(/npm run ([\w:-]+)/gu), ([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('both READMEs', () => {
  const kb = readKnowledge();
  const counts = [kb.documentById.size, kb.itemById.size, kb.provisionById.size, readMatters().all.length];
  const thousands = Math.floor(readWordings().length / 1000);

  it('count documents, items, provisions and matters as they are', () => {
    const english = /(\d+) documents with (\d+) items and (\d+) provisions.*?(\d+) matters/su;
    const chinese = /(\d+) 份文件、(\d+) 个事项、(\d+) 条条款.*?(\d+) 个主题/su;
    for (const [file, said] of [
      ['README.md', english],
      ['README.zh-CN.md', chinese],
    ] as const) {
      const [, ...told] = said.exec(textOf(file)) ?? [];
      expect(told.map(Number), file).toEqual(counts);
    }
  });

  it('count wordings in thousands', () => {
    expect(textOf('README.md')).toContain(`over ${thousands},000 wordings`);
    expect(textOf('README.zh-CN.md')).toContain(`${thousands}000 多条问法`);
  });

  it('have the same rows of figures', () => {
    const rows = (file: string) =>
      textOf(file)
        .split('\n')
        .filter((line) => line.startsWith('| ')).length;
    expect(rows('README.zh-CN.md')).toBe(rows('README.md'));
  });
});

describe('docs/DESIGN.md', () => {
  it('has the table of rooms as src/rooms.json has it', () => {
    const rooms = JSON.parse(textOf('src/rooms.json')) as Record<string, { is: string; uses: string[] }>;
    const rows = textOf('docs/DESIGN.md')
      .split('\n')
      .flatMap((line) => {
        const [, folder = '', is, uses = ''] = /^\| `([\w/]+)`[^|]*\| (.+) \| ([^|]+) \|$/u.exec(line) ?? [];
        return is === undefined
          ? []
          : [[folder.replace('src/', ''), { is, uses: uses === '–' ? [] : uses.split(', ') }]];
      });
    const told = Object.entries(rooms).map(([name, { is, uses }]) => [name, { is, uses }]);
    expect(rows).toEqual(told);
  });
});
