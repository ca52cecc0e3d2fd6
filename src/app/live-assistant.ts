import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { CHANGES_OF_LISTS } from '#storage/list-check.js';
import type { Act, Storage } from '#storage/ports.js';
import { readRuleFiles } from '#storage/rule-files.js';
import {
  type Assistant,
  type AssistantOptions,
  assistantSteps,
  chinaToday,
  openAssistant,
} from './assistant.js';
import { knowledgeFolder } from './files.js';
import { inTurns, turn } from './in-turns.js';
import { openNoticeWork } from './notice-pool.js';
import type { NoticeWork } from './notice-work.js';
import type { OfficeWork } from './office-work.js';
import { officeLists } from './open.js';
import type { Ready } from './readiness.js';

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

export interface LiveOptions {
  /** Version of the program. */
  program: string;
  /** Threads for notices. Default: one per core less one. */
  threads?: number | undefined;
  /**
   * Keeps what is in force now as an edition when lists have changed, and makes its index and counts, beside the loop.
   * Default: here, which holds the loop for a second.
   */
  keepEdition?: OfficeWork['edition'] | undefined;
}

/**
 * Opens the assistant on what a store holds, and keeps the edition, so that every answer can be given again.
 * @throws as `openAssistant`, and what the store throws
 */
export async function openLiveAssistant(
  storage: Pick<Storage, 'lists' | 'texts' | 'regionLists' | 'reviews' | 'editions' | 'audit'>,
  { program, threads, keepEdition }: LiveOptions,
  act: Act,
): Promise<LiveAssistant> {
  const editions = new Map<string, string>();
  const keepHere = async (kb: KnowledgeBase, { at, actor }: Act) => {
    const rules = readRuleFiles(knowledgeFolder());
    editions.set(kb.version, await storage.editions.keep({ kb, rules, program }, { at, actor }));
  };
  const open = async (make: (options: AssistantOptions) => Promise<Assistant>): Promise<Opened> => {
    const office = await officeLists(storage);
    await turn();
    const today = chinaToday();
    const assistant = await make({ office, today, kept: ANSWERS });
    await turn();
    // Whoever asks first would otherwise wait for what is made at the first question, and the others with them.
    assistant.decide({ text: '社区能开居住证明吗', today });
    return { assistant, work: openNoticeWork(() => assistant.screener, { office, today, threads }) };
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
  let opened = await open(async (options) => openAssistant(options));
  await keepHere(opened.assistant.kb, act);
  let stale = false;
  /** Two that ask at once get the same lists: the second waits for the first. */
  let under: Promise<unknown> = Promise.resolve();
  const refreshed = async (now: Act): Promise<boolean> => {
    stale = (await changed()) || stale;
    if (!stale) return false;
    const kept = await keepEdition?.(program, now);
    if (kept !== undefined) editions.set(kept.catalogueVersion, kept.id);
    const ready = wholeOf(kept?.ready);
    const next = await open((options) => inTurns(assistantSteps({ ...options, ready })));
    const { kb } = next.assistant;
    // Lists may have changed once more meanwhile, or there is nobody else to keep them.
    if (!editions.has(kb.version)) await keepHere(kb, now);
    const { work } = opened;
    opened = next;
    stale = false;
    // The notices under way are finished by the lists that they were begun with.
    void work.close();
    return true;
  };
  return {
    get assistant() {
      return opened.assistant;
    },
    get work() {
      return opened.work;
    },
    editionOf: (catalogueVersion) => editions.get(catalogueVersion) ?? null,
    refresh(now) {
      const mine = under.then(() => refreshed(now));
      under = mine.catch(() => undefined);
      return mine;
    },
    close: () => opened.work.close(),
  };
}

/** What was made, where all of it had to be. */
const wholeOf = ({ index, counts, words }: Partial<Ready> = {}): Ready | undefined =>
  index === undefined || counts === undefined || words === undefined ? undefined : { index, counts, words };

/** What is made anew when lists change. */
interface Opened {
  assistant: Assistant;
  work: NoticeWork;
}

/** Answers kept to be given again, of some 10 KB each. */
const ANSWERS = 1000;

/** Rows of the audit log read at once. */
const ROWS = 1000;
