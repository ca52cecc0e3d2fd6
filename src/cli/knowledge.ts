import type { Assistant, AssistantOptions } from '#app/assistant.js';
import { importFolderOf } from '#app/import-folder.js';
import { readKnowledge } from '#app/open.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { configuredStorage, loadedLists } from './storage.js';

/** The knowledge base with what the office has loaded. @throws as `readKnowledge` and `openStorage` */
export async function currentKnowledge(): Promise<KnowledgeBase> {
  return readKnowledge(undefined, await loadedLists());
}

/** The assistant on the knowledge base with what the office has loaded. @throws as `openAssistant` and `openStorage` */
export async function currentAssistant(options: Pick<AssistantOptions, 'today'> = {}): Promise<Assistant> {
  // Loaded only when a question is asked: the other commands start three times as fast.
  const { openAssistant } = await import('#app/assistant.js');
  return openAssistant({ ...options, office: await loadedLists() });
}

/** The same without full texts: documents as they were loaded, to be changed, exported or compared. */
export async function plainKnowledge(): Promise<KnowledgeBase> {
  return readKnowledge(undefined, { ...(await loadedLists()), texts: new Map() });
}

/** Where the import keeps the headers it was taught. */
export function importFolder(): string {
  return importFolderOf(configuredStorage().dataDir);
}
