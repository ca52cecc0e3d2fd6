import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { TextFile } from '#text/yaml.js';

/** SHA-256 of texts with their paths: what was made from them counts only as long as they are the same. */
export function textsKey(files: readonly TextFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${text.length}\0${text}`);
  return hash.digest('hex');
}

/** What was written under this key; undefined where there is nothing, something else or half a file. */
export function readCache<T>(path: string, key: string): T | undefined {
  try {
    const cached = JSON.parse(readFileSync(path, 'utf8')) as { key: string; content: T };
    return cached.key === key ? cached.content : undefined;
  } catch {
    // Not built, as when the sources are run directly, or written half: the texts say the same.
    return undefined;
  }
}

/** Writes content made from the texts of a key. */
export function writeCache(path: string, key: string, content: unknown): void {
  writeFileSync(path, JSON.stringify({ key, content }));
}
