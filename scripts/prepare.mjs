/**
 * Runs after `npm install` in this folder: builds where the compiler is installed. An installation without development
 * parts (`--omit=dev`) keeps what was built before, as in the archive of `npm run bundle`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';

function hasCompiler() {
  try {
    createRequire(import.meta.url).resolve('typescript/package.json');
    return true;
  } catch {
    return false;
  }
}

const built = existsSync(new URL('../dist/src/cli/main.js', import.meta.url));
/** `npx qingdan …` in this folder links it into a cache of npm's first, and that runs this too: nobody asked to build. */
const onlyRuns = process.env.npm_command === 'exec';

if (built && onlyRuns) process.exitCode = 0;
else if (hasCompiler()) {
  const run = spawnSync('npm run build', { stdio: 'inherit', shell: true });
  process.exitCode = run.status ?? 1;
} else if (built) {
  console.log('qingdan: no compiler is installed; what was built before is used');
} else {
  console.error(
    'qingdan: nothing is built yet and no compiler is installed; run npm install without --omit=dev',
  );
  process.exitCode = 1;
}
