/**
 * Part of `npm run build`: puts what the program uses of big libraries into dist/libraries, one file each, and lets
 * the compiled files import them from there. Installed whole, with what they bring along, they are 120 MB, of which the program runs 2; so they are
 * needed for building only. Sources, types and tests go by the libraries themselves.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

export const BUNDLED = [
  '@modelcontextprotocol/sdk',
  '@opentelemetry/api',
  '@opentelemetry/core',
  '@opentelemetry/exporter-trace-otlp-http',
  '@opentelemetry/resources',
  '@opentelemetry/sdk-trace-base',
  'docx',
  'echarts',
  'exceljs',
];

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'dist', 'libraries');
/** Installed anyway: the program's schemas and a library's must be of one copy. */
const SHARED = /^zod(?:\/|$)/u;
/** `import Name, { a, type b as c } from 'library/part'`, as the compiler writes it. */
const IMPORT = new RegExp(
  String.raw`^import (?:(\w+)|\{([^}]*)\}) from '((?:${BUNDLED.join('|')})(?:/[\w/.]+)?)';$`,
  'gm',
);
/** `const { default: Name } = await import('library')`: loaded when it is needed. */
const LATER = new RegExp(
  String.raw`const \{ default: \w+ \} = await import\('((?:${BUNDLED.join('|')})(?:/[\w/.]+)?)'\);`,
  'g',
);

const nameOf = (request) => request.replace(/^@|\.js$/gu, '').replaceAll('/', '-');

/** What the compiled files import of the libraries: names by request. */
function used(files) {
  const names = new Map();
  for (const path of files) {
    const text = readFileSync(path, 'utf8');
    const named = (request) => {
      const known = names.get(request) ?? new Set();
      names.set(request, known);
      return known;
    };
    for (const [, request] of text.matchAll(LATER)) named(request).add('default');
    for (const [, whole, some, request] of text.matchAll(IMPORT)) {
      const known = named(request);
      if (whole !== undefined) known.add('default');
      for (const name of some?.split(',') ?? []) if (name.trim()) known.add(name.trim().split(/\s+/u)[0]);
    }
  }
  return names;
}

/** Modules by which the bundler is told what to take along. */
function entries(names) {
  const id = (request) => `\0used:${request}`;
  return {
    input: Object.fromEntries([...names.keys()].map((request) => [nameOf(request), id(request)])),
    plugin: {
      name: 'used-parts',
      resolveId: (source) => (source.startsWith('\0used:') ? source : undefined),
      load(source) {
        if (!source.startsWith('\0used:')) return undefined;
        const request = source.slice('\0used:'.length);
        return `export { ${[...names.get(request)].sort().join(', ')} } from '${request}';`;
      },
    },
  };
}

/** The licences of everything that was put in, as they ask to go along with it. */
function notices(modules) {
  const packages = new Map();
  for (const module of modules) {
    const at = module.lastIndexOf(`${sep}node_modules${sep}`);
    if (at < 0) continue;
    const parts = module.slice(at + `${sep}node_modules${sep}`.length).split(sep);
    const name = parts.slice(0, parts[0].startsWith('@') ? 2 : 1);
    packages.set(join(module.slice(0, at), 'node_modules', ...name), name.join('/'));
  }
  return [...packages]
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
    .map(([path, name]) => {
      const { version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
      const texts = readdirSync(path, { withFileTypes: true }).filter(
        (entry) => entry.isFile() && /^(?:licen[cs]e|notice)/iu.test(entry.name),
      );
      const said = texts
        .map(({ name: entry }) => readFileSync(join(path, entry), 'utf8').trim())
        .join('\n\n');
      return { name, version, license, text: `${name} ${version} (${license})\n\n${said}` };
    });
}

/** Where a file of dist finds one of dist/libraries. */
function pathFrom(path, request) {
  const depth = path.slice(join(root, 'dist').length + 1).split(sep).length - 1;
  return `${'../'.repeat(depth)}libraries/${nameOf(request)}.js`;
}

export async function bundleLibraries() {
  const files = ['src', 'intents', 'adapters'].flatMap((part) =>
    readdirSync(join(root, 'dist', part), { recursive: true })
      .filter((path) => path.endsWith('.js'))
      .map((path) => join(root, 'dist', part, path)),
  );
  const names = used(files);
  // Compiled before and not anew: they import from dist/libraries already.
  if (names.size === 0 && existsSync(folder)) return;
  const { input, plugin } = entries(names);
  const bundle = await rolldown({ input, plugins: [plugin], platform: 'node', cwd: root, external: SHARED });
  rmSync(folder, { recursive: true, force: true });
  const { output } = await bundle.write({
    dir: folder,
    format: 'esm',
    minify: true,
    chunkFileNames: 'shared-[hash].js',
  });
  await bundle.close();
  const put = notices(output.flatMap((chunk) => Object.keys(chunk.modules ?? {})));
  writeFileSync(
    join(folder, 'LICENCES.txt'),
    `${put.map(({ text }) => text).join(`\n\n${'-'.repeat(72)}\n\n`)}\n`,
  );
  writeFileSync(
    join(folder, 'packages.json'),
    `${JSON.stringify(
      put.map(({ text: _, ...rest }) => rest),
      null,
      2,
    )}\n`,
  );
  for (const path of files) {
    const text = readFileSync(path, 'utf8');
    const ledTo = (line, request) => line.replace(`'${request}'`, `'${pathFrom(path, request)}'`);
    const led = text
      .replace(IMPORT, (line, _whole, _some, request) => ledTo(line, request))
      .replace(LATER, ledTo);
    if (led !== text) writeFileSync(path, led);
  }
}
