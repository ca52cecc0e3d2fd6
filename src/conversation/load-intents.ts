import { readdirSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Intent } from './intent.js';

const FOLDER = new URL('../../intents/', import.meta.url);

/** Ids of all intents: every file of the folder is one. */
export function intentNames(): string[] {
  return readdirSync(fileURLToPath(FOLDER), { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[a-z-]+\.(?:js|ts)$/.test(entry.name))
    .map(({ name }) => basename(name, extname(name)))
    .sort();
}

/** All intents in the order in which they are tried. */
export async function loadIntents(): Promise<readonly Intent[]> {
  const intents = await Promise.all(intentNames().map(loadIntent));
  intents.sort((a, b) => a.precedence - b.precedence);
  for (const [i, intent] of intents.entries()) {
    const next = intents[i + 1];
    if (next?.precedence === intent.precedence) {
      throw new Error(`intents ${intent.id} and ${next.id} share the precedence ${intent.precedence}`);
    }
  }
  return intents;
}

async function loadIntent(name: string): Promise<Intent> {
  const extension = extname(import.meta.url);
  const loaded: { intent?: Intent } = await import(new URL(`${name}${extension}`, FOLDER).href);
  if (loaded.intent?.id !== name) throw new Error(`intents/${name} has to export an intent with that id`);
  return loaded.intent;
}
