/**
 * `npm run rooms`: writes biome.imports.json, the linter's rules on imports, from the table of rooms in src/rooms.json,
 * which says what each room is and which others it may use. With --check it only says whether they agree.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const RULES = new URL('../biome.imports.json', import.meta.url);
/** Rooms beside src. */
const TOP = new Set(['intents', 'adapters', 'console']);

const rooms = JSON.parse(readFileSync(new URL('../src/rooms.json', import.meta.url), 'utf8'));
const folderOf = (room) => (TOP.has(room) ? room : `src/${room}`);

function patternsOf(name, { uses, pure }) {
  const barred = Object.keys(rooms).filter((room) => room !== name && !uses.includes(room));
  const patterns = [
    {
      group: barred.map((room) => `#${room}/**`),
      message: `${name} may use ${uses.join(', ') || 'no other room'}: the table of rooms is src/rooms.json.`,
    },
    {
      group: [
        `**/{${Object.keys(rooms)
          .filter((room) => room !== name)
          .join(',')}}/**`,
        // A package may have a folder of such a name.
        '!@*/**',
      ],
      message: 'Another room is reached by its name (#room/file.js), so that the table of rooms holds.',
    },
  ];
  if (pure)
    patterns.push({
      group: ['node:*', 'node:*/*', '!node:crypto', '#package-root.js'],
      message: `${name} has no I/O: take the data as a parameter and read it in src/app.`,
    });
  return patterns.filter(({ group }) => group.length > 0);
}

const restricted = (includes, patterns) => ({
  includes,
  linter: { rules: { style: { noRestrictedImports: { level: 'error', options: { patterns } } } } },
});

const rules = {
  $schema: 'https://biomejs.dev/schemas/2.6.8/schema.json',
  linter: { rules: { suspicious: { noImportCycles: 'error' } } },
  overrides: [
    ...Object.entries(rooms).map(([name, room]) =>
      restricted([`**/${folderOf(name)}/**`, '!**/test/**'], patternsOf(name, room)),
    ),
    // The segmenters load their dictionary themselves.
    restricted(['**/src/text/segmenters/**'], patternsOf('text', { ...rooms.text, pure: false })),
  ],
};

const text = `${JSON.stringify(rules, null, 2)}\n`;
if (!process.argv.includes('--check')) writeFileSync(RULES, text);
else if (JSON.stringify(JSON.parse(readFileSync(RULES, 'utf8'))) !== JSON.stringify(rules)) {
  console.error('biome.imports.json is not what src/rooms.json says: npm run rooms');
  process.exitCode = 1;
}
