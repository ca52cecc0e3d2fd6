import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The writer's program, compiled: Node can't run the sources by itself. */
export interface WriterProgram {
  run(environment: Record<string, string>): Writer;
  remove(): void;
}

/** A writer under way. */
export interface Writer {
  /** Resolves at its first line, or at its end. */
  readonly ready: Promise<void>;
  kill(): void;
  /** Everything it said, once it has ended. */
  readonly said: Promise<string[]>;
}

/** @param name of a program beside this file. Default: writer */
export function compileWriter(name = 'writer'): WriterProgram {
  const path = `test/storage/support/${name}`;
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-writer-'));
  chmodSync(folder, 0o755);
  // The package's own imports lead to what `npm run build` compiled.
  const { type, imports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type, imports }));
  for (const name of ['node_modules', 'dist']) symlinkSync(join(ROOT, name), join(folder, name));
  const config = {
    extends: join(ROOT, 'tsconfig.json'),
    compilerOptions: { noEmit: false, rootDir: ROOT, outDir: join(folder, 'out'), declaration: false },
    files: [join(ROOT, `${path}.ts`)],
    include: [join(ROOT, 'src/**/*.d.ts')],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the writer doesn't compile:\n${stdout}`);
  return {
    run: (environment) => start(join(folder, 'out', `${path}.js`), environment),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function start(program: string, environment: Record<string, string>): Writer {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const said = new Promise<string[]>((resolve) => {
    // A line cut off by the kill was not acknowledged to anybody.
    child.on('close', () => resolve(output.split('\n').slice(0, -1)));
  });
  const first = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      resolve();
    });
  });
  return {
    ready: Promise.race([first, said.then(() => undefined)]),
    kill: () => child.kill('SIGKILL'),
    said,
  };
}
