import { readFileSync } from 'node:fs';
import { packagePath } from './files.js';

/** Version of this package, from its package.json. */
export function packageVersion(): string {
  const parsed = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { version: string };
  return parsed.version;
}
