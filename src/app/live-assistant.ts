import { CHANGES_OF_LISTS } from '../storage/list-check.js';
import type { Act, Storage } from '../storage/ports.js';
import { readRuleFiles } from '../storage/rule-files.js';
import { type Assistant, openAssistant } from './assistant.js';
import { knowledgeFolder } from './files.js';
import { officeLists } from './open.js';

/** The assistant of a service that runs for weeks, with the lists that are in force in its store. */
export interface LiveAssistant {
  /** The one to ask now. */
  readonly assistant: Assistant;
  /** Id of the edition with this catalogue version; null where this process never answered with it. */
  editionOf(catalogueVersion: string): string | null;
  /** Makes the assistant anew where lists have changed since; says whether it did. @throws as `openAssistant` */
  refresh(act: Act): Promise<boolean>;
}

/**
 * Opens the assistant on what a store holds, and keeps the edition, so that every answer can be given again.
 * @param program version of the program
 * @throws as `openAssistant`, and what the store throws
 */
export async function openLiveAssistant(
  storage: Pick<Storage, 'lists' | 'texts' | 'editions' | 'audit'>,
  program: string,
  act: Act,
): Promise<LiveAssistant> {
  const editions = new Map<string, string>();
  const open = async ({ at, actor }: Act): Promise<Assistant> => {
    const assistant = openAssistant({ office: await officeLists(storage) });
    const { kb } = assistant;
    const rules = readRuleFiles(knowledgeFolder());
    editions.set(kb.version, await storage.editions.keep({ kb, rules, program }, { at, actor }));
    return assistant;
  };
  /** Whether the log tells of a change of lists behind the row `seen`, which then moves to its end. */
  const changed = async (): Promise<boolean> => {
    let found = false;
    for (;;) {
      const rows = await storage.audit.list(seen, ROWS);
      found ||= rows.some(({ action }) => CHANGES_OF_LISTS.has(action));
      seen = rows.at(-1)?.seq ?? seen;
      if (rows.length < ROWS) return found;
    }
  };
  let { seq: seen } = await storage.audit.head();
  let assistant = await open(act);
  let stale = false;
  return {
    get assistant() {
      return assistant;
    },
    editionOf: (catalogueVersion) => editions.get(catalogueVersion) ?? null,
    async refresh(now) {
      stale = (await changed()) || stale;
      if (!stale) return false;
      assistant = await open(now);
      stale = false;
      return true;
    },
  };
}

/** Rows of the audit log read at once. */
const ROWS = 1000;
