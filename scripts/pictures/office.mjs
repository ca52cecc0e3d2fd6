/** A service on a store of its own, with people, regions and two months of records, for pictures to be taken of. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { openStorage } from '../../dist/src/storage/open.js';
import { hashPassword } from '../../dist/src/storage/password.js';
import { storageSettings } from '../../dist/src/storage/settings.js';
import { fillBefore } from './before.mjs';
import { HOME, PEOPLE, REGIONS } from './told.mjs';

const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
/** Of every user of the made-up office, on this machine alone and gone with it. */
const PASSWORD = '春眠不觉晓处处闻啼鸟';

/** @returns its address, calls of its API as one of its people, and what ends it */
export async function openOffice() {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-pictures-'));
  const env = {
    ...process.env,
    QINGDAN_DATA_DIR: folder,
    QINGDAN_PORT: '0',
    QINGDAN_WINDOW_REGION: HOME,
    QINGDAN_WINDOW_NAME: '清溪社区居委会',
  };
  const storage = await openStorage(storageSettings({ QINGDAN_DATA_DIR: folder }));
  await addPeople(storage);
  await fillBefore(storage);
  await storage.close();
  const list = join(folder, '青石街道名录.csv');
  writeFileSync(list, REGIONS);
  const loaded = spawnSync(process.execPath, [MAIN, 'kb', 'regions', 'import', list, '--yes'], { env });
  if (loaded.status !== 0) throw new Error(`the regions weren't loaded: ${loaded.stderr}`);
  const { url, child } = await serve(env);
  const cookies = new Map();
  return {
    url,
    password: PASSWORD,
    call: async (name, method, path, body) => {
      if (!cookies.has(name)) cookies.set(name, await signIn(url, name));
      return called(url, cookies.get(name), method, path, body);
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function addPeople(storage) {
  const root = { id: 'root', name: '本机', role: 'admin', region: '000000' };
  const passwordHash = await hashPassword(PASSWORD);
  for (const [name, role, region, department] of PEOPLE) {
    const account = { id: name, name, role, region, department, passwordHash };
    await storage.accounts.add(root, account, { at: new Date().toISOString(), actor: '本机' });
  }
}

async function serve(env) {
  const child = spawn(process.execPath, [MAIN, 'serve'], { env });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += chunk;
    });
  }
  const url = await new Promise((resolve, reject) => {
    child.stdout.on('data', () => {
      const found = /http:\/\/[\w.:]+/u.exec(printed);
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error(`the service did not start: ${printed}`)));
  });
  return { url, child };
}

async function signIn(url, name) {
  const reply = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ name, password: PASSWORD, as: 'token' }),
  });
  if (!reply.ok) throw new Error(await reply.text());
  return (await reply.json()).token;
}

/** @throws Error where the service refuses, with what it says */
async function called(url, token, method, path, body) {
  const reply = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}
