import { fileURLToPath } from 'node:url';
import { readKnowledgeFiles } from '../../src/app/files.js';
import type { KnowledgeBase } from '../../src/catalogue/knowledge-base.js';
import { loadKnowledge } from '../../src/catalogue/load.js';

/** A small knowledge folder with every case the catalogue knows. */
export const FIXTURE_FOLDER = fileURLToPath(new URL('../fixtures/knowledge', import.meta.url));

export function fixtureKnowledge(): KnowledgeBase {
  return loadKnowledge(readKnowledgeFiles(FIXTURE_FOLDER));
}
