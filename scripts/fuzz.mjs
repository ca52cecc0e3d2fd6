/**
 * `npm run fuzz [-- --seconds 600]`: the properties of test/fuzz on ever other values, for ten minutes by default. A failure
 * names the value and the seed. What the suite runs are the same properties for some seconds.
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '600' } } });
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/fuzz'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...process.env, QINGDAN_FUZZ_SECONDS: values.seconds },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
