import { fileURLToPath } from 'node:url';
import { readKnowledgeFiles } from '#app/files.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { loadKnowledge } from '#catalogue/load.js';

/** A small knowledge folder with every case the catalogue knows. */
export const FIXTURE_FOLDER = fileURLToPath(new URL('../fixtures/knowledge', import.meta.url));

export function fixtureKnowledge(): KnowledgeBase {
  return loadKnowledge(readKnowledgeFiles(FIXTURE_FOLDER));
}
