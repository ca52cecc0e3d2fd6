import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Root of the installed package, the same from the sources and from what is compiled. */
const ROOT = dirname(createRequire(import.meta.url).resolve('#package.json'));

/** A path inside the installed package, for files that always come with it. */
export function packagePath(...parts: string[]): string {
  return join(ROOT, ...parts);
}

/** Version of this package. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { version: string }).version;
}
