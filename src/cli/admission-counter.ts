import type { Actor } from '#access/roles.js';
import type { KeptState } from '#admission/state.js';
import { type AdmissionDesk, createAdmissionDesk } from '#app/admission-desk.js';
import { chinaToday } from '#app/assistant.js';
import { officeLists, readKnowledge } from '#app/open.js';
import { type Processes, readProcesses } from '#app/processes.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { Admissions, StoredAdmission } from '#storage/ports.js';
import { commandActor } from './actor.js';
import { withStorage } from './storage.js';

/** What a command on admissions works with. */
export interface Counter {
  actor: Actor;
  desk: AdmissionDesk;
  admissions: Admissions;
  kb: KnowledgeBase;
  processes: Processes;
  /** YYYY-MM-DD, in China. */
  today: string;
  at: string;
}

/** Does something with admissions as the user named; a store is made only where `make` says so. @throws as `openStorage`, `commandActor` */
export function atCounter<T>(
  as: string | undefined,
  work: (counter: Counter) => Promise<T>,
  { make = false }: { make?: boolean } = {},
): Promise<T> {
  return withStorage(
    async (storage) => {
      const actor = await commandActor(storage, as);
      const office = await officeLists(storage);
      const kb = readKnowledge(undefined, office);
      const processes = readProcesses(kb);
      const today = chinaToday();
      const { openAssistant } = await import('#app/assistant.js');
      const desk = createAdmissionDesk({
        admissions: storage.admissions,
        kb,
        processes,
        // Opened only where a task is screened: the other steps needn't wait for it.
        task: (name, options) => openAssistant({ office, today }).screener.task(name, options),
        today: () => today,
      });
      const at = new Date().toISOString();
      return work({ actor, desk, admissions: storage.admissions, kb, processes, today, at });
    },
    { make },
  );
}

/** All that the actor sees, page by page. */
export async function allAdmissions(
  { actor, admissions }: Counter,
  filter: { region?: string | undefined; states?: readonly KeptState[] | undefined },
): Promise<StoredAdmission[]> {
  const found: StoredAdmission[] = [];
  for (let after: string | undefined; ; ) {
    const page = await admissions.list(actor, { ...filter, limit: 500, after });
    found.push(...page);
    if (page.length < 500) return found;
    after = page.at(-1)?.id;
  }
}
