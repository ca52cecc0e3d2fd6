import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { maskPersonalData } from '#text/masking.js';

/** The lines of a history file, the newest first as readline wants them; none where there is no file. */
export function readHistory(file: string, size: number): string[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.slice(-size).reverse();
}

/** Keeps a history (newest first), personal data masked, readable by its owner only. */
export function writeHistory(file: string, history: readonly string[], size: number): void {
  const lines = history.slice(0, size).reverse();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, lines.map((line) => `${maskPersonalData(line).text}\n`).join(''), { mode: 0o600 });
}
