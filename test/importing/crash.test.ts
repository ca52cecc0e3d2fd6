import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileVersions } from '../../src/importing/file-versions.js';
import { type Compiled, compileSources } from '../documents/compiled.js';

/** Rounds of one run; QINGDAN_CRASH_ROUNDS=200 for a long one. */
const ROUNDS = Number(process.env.QINGDAN_CRASH_ROUNDS ?? 12);

/** Publishes two documents together, again and again, and says each number once it is durable. */
const WRITER = (module: string) => `
import { createFileVersions } from ${JSON.stringify(module)};
const versions = createFileVersions(process.argv[2]);
const from = Number(process.argv[3]);
const document = (id, title) => ({ id, title, type: 'notice', status: 'in-force', region: '全国', evidence: 'primary', sources: ['示例'], provisions: [], lists: [] });
for (let i = from; ; i++) {
  await versions.publish([document('a', String(i)), document('b', String(i))], { at: String(i), actor: '示例', source: '示例' });
  process.stdout.write(i + '\\n');
}
`;

describe('a program killed while it loads lists', () => {
  let compiled: Compiled;
  let script = '';

  beforeAll(() => {
    compiled = compileSources('crash', ['importing/file-versions.ts']);
    script = compiled.path('writer.mjs');
    writeFileSync(script, WRITER(pathToFileURL(compiled.path('importing/file-versions.js')).href));
  });
  afterAll(() => compiled.remove());

  it(`leaves the state before or after, ${ROUNDS} times`, async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'qingdan-')), 'knowledge');
    const versions = createFileVersions(folder);
    let last = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const child = spawn(process.execPath, [script, folder, String(last + 1)]);
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString('utf8');
      });
      await once(child.stdout, 'data');
      // Spread over the time of some publications, so that the kill falls into any part of one.
      await new Promise((resolve) => setTimeout(resolve, (round * 7) % 40));
      child.kill('SIGKILL');
      await once(child, 'close');
      const acknowledged = Number(said.trim().split('\n').at(-1));
      const [a, b] = await versions.current();
      expect(a?.title, 'both documents or none').toBe(b?.title);
      const found = Number(a?.title);
      expect(found === acknowledged || found === acknowledged + 1).toBe(true);
      const numbers = (await versions.history('a')).map(({ number }) => number);
      expect(numbers).toEqual(numbers.map((_, i) => i + 1));
      last = found;
    }
  });
});
