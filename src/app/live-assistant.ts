import { CHANGES_OF_LISTS } from '#storage/list-check.js';
import type { Act, Storage } from '#storage/ports.js';
import { readRuleFiles } from '#storage/rule-files.js';
import { type Assistant, chinaToday, openAssistant } from './assistant.js';
import { knowledgeFolder } from './files.js';
import { openNoticeWork } from './notice-pool.js';
import type { NoticeWork } from './notice-work.js';
import { officeLists } from './open.js';

/** The assistant of a service that runs for weeks, with the lists that are in force in its store. */
export interface LiveAssistant {
  /** The one to ask now. */
  readonly assistant: Assistant;
  /** Where notices are judged, by the same lists. */
  readonly work: NoticeWork;
  /** Id of the edition with this catalogue version; null where this process never answered with it. */
  editionOf(catalogueVersion: string): string | null;
  /** Makes the assistant anew where lists have changed since; says whether it did. @throws as `openAssistant` */
  refresh(act: Act): Promise<boolean>;
  /** Waits for the notices under way and ends their threads. */
  close(): Promise<void>;
}

/**
 * Opens the assistant on what a store holds, and keeps the edition, so that every answer can be given again.
 * @param program version of the program
 * @throws as `openAssistant`, and what the store throws
 */
export async function openLiveAssistant(
  storage: Pick<Storage, 'lists' | 'texts' | 'regionLists' | 'reviews' | 'editions' | 'audit'>,
  program: string,
  act: Act,
): Promise<LiveAssistant> {
  const editions = new Map<string, string>();
  const open = async ({ at, actor }: Act): Promise<Opened> => {
    const office = await officeLists(storage);
    const today = chinaToday();
    const assistant = openAssistant({ office, today, kept: ANSWERS });
    // Whoever asks first would otherwise wait for what is made at the first question, and the others with them.
    assistant.decide({ text: '社区能开居住证明吗', today });
    const { kb } = assistant;
    const rules = readRuleFiles(knowledgeFolder());
    editions.set(kb.version, await storage.editions.keep({ kb, rules, program }, { at, actor }));
    return { assistant, work: openNoticeWork(() => assistant.screener, { office, today }) };
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
  let opened = await open(act);
  let stale = false;
  return {
    get assistant() {
      return opened.assistant;
    },
    get work() {
      return opened.work;
    },
    editionOf: (catalogueVersion) => editions.get(catalogueVersion) ?? null,
    async refresh(now) {
      stale = (await changed()) || stale;
      if (!stale) return false;
      const { work } = opened;
      opened = await open(now);
      stale = false;
      // The notices under way are finished by the lists that they were begun with.
      void work.close();
      return true;
    },
    close: () => opened.work.close(),
  };
}

/** What is made anew when lists change. */
interface Opened {
  assistant: Assistant;
  work: NoticeWork;
}

/** Answers kept to be given again, of some 10 KB each. */
const ANSWERS = 1000;

/** Rows of the audit log read at once. */
const ROWS = 1000;
