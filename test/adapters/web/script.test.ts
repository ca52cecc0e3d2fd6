import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

describe('the page’s script', () => {
  it('is free of type errors', () => {
    const tsc = `${ROOT}node_modules/typescript/bin/tsc`;
    execFileSync(process.execPath, [tsc, '-p', `${ROOT}adapters/web/assets`], { encoding: 'utf8' });
  });
});
