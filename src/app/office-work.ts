import type { Actor } from '#access/roles.js';
import type { Document } from '#catalogue/schema.js';
import { type Difference, differences } from '#importing/differences.js';
import { lookbackReport } from '#lookback/report.js';
import { placeName } from '#registers/places.js';
import type { Act, AuditFinding, AuditHead, Storage } from '#storage/ports.js';
import { replay } from '#storage/replay.js';
import { readRuleFiles } from '#storage/rule-files.js';
import { openAssistant } from './assistant.js';
import { createFairQueue } from './fair-queue.js';
import { knowledgeFolder } from './files.js';
import { type ListImport, type ListImported, planListImport } from './list-import-work.js';
import { lookbackFigures } from './lookback.js';
import { lookbackDocx, lookbackXlsx, wordingOf } from './lookback-files.js';
import { otherRooms } from './lookback-rooms.js';
import { officeLists, readKnowledge } from './open.js';
import type { Ready } from './readiness.js';
import { readRegisterFacts } from './register-facts.js';

/** What of an office's records takes long: each as plain data, so that a thread can be asked for it. */
export type OfficeTask =
  | { type: 'differences'; before: Document; after: Document }
  | {
      type: 'lookback';
      actor: Actor;
      region: string;
      from: string;
      to: string;
      k: number;
      today: string;
      format: LookbackFormat;
    }
  | ({ type: 'import' } & ListImport)
  | { type: 'replay'; id: string }
  | { type: 'verify'; witness: AuditHead | undefined }
  | { type: 'edition'; program: string; at: string; actor: string };
export type LookbackFormat = 'json' | 'docx' | 'xlsx';

/** A logged question, answered again. */
export interface Replayed {
  id: string;
  at: string;
  question: string;
  catalogueVersion: string;
  program: string;
  answer: string;
  same: boolean;
}
export interface Verified {
  rows: number;
  head: AuditHead;
  findings: AuditFinding[];
}

/** The lists in force: kept, so that answers can be given again, and what an assistant needs to stand on them. */
export interface KeptEdition {
  catalogueVersion: string;
  id: string;
  ready: Partial<Ready>;
}

/** What each task comes to. */
export interface OfficeResults {
  differences: Difference[];
  lookback: Uint8Array;
  import: ListImported;
  replay: Replayed;
  verify: Verified;
  edition: KeptEdition;
}

/** Works that would hold the loop, one after the other, whoever asks taking turns. */
export interface OfficeWork {
  /** @param visitor who asks @throws QingdanError QD-BUSY, and what the work throws */
  differences(visitor: string, documents: { before: Document; after: Document }): Promise<Difference[]>;
  /** @throws QingdanError QD-FORBIDDEN */
  lookback(
    actor: Actor,
    asked: Omit<Extract<OfficeTask, { type: 'lookback' }>, 'type' | 'actor'>,
  ): Promise<Uint8Array>;
  /** A dry run of an import. @throws QingdanError QD-IMPORT, QD-REGION, QD-DATE */
  planImport(visitor: string, asked: ListImport): Promise<ListImported>;
  /** @throws QingdanError QD-ID, QD-AUDIT */
  replay(visitor: string, id: string): Promise<Replayed>;
  verify(visitor: string, witness?: AuditHead): Promise<Verified>;
  /** Keeps what is in force now and makes it ready. @param program version of the program */
  edition(program: string, act: Act): Promise<KeptEdition>;
  /** Works waiting and under way. */
  length(): number;
  close(): Promise<void>;
}

/** Does one task. @param prefer segmenter of a replay's assistant */
export async function doOfficeTask<Task extends OfficeTask>(
  storage: Storage,
  task: Task,
  prefer?: 'node-rs',
): Promise<OfficeResults[Task['type']]> {
  const done = async (): Promise<OfficeResults[OfficeTask['type']]> => {
    switch (task.type) {
      case 'differences':
        return differences(task.before, task.after);
      case 'lookback':
        return lookback(storage, task);
      case 'import':
        return planListImport(storage, task);
      case 'replay':
        return replayed(storage, task.id, prefer);
      case 'verify':
        return storage.audit.verify(task.witness);
      case 'edition':
        return keptEdition(storage, task, prefer);
    }
  };
  return (await done()) as OfficeResults[Task['type']];
}

async function keptEdition(
  storage: Storage,
  { program, at, actor }: Extract<OfficeTask, { type: 'edition' }>,
  prefer?: 'node-rs',
): Promise<KeptEdition> {
  const ready: Partial<Ready> = {};
  const office = await officeLists(storage);
  const { kb } = openAssistant({ office, prefer, onMade: (part) => Object.assign(ready, part) });
  const rules = readRuleFiles(knowledgeFolder());
  const id = await storage.editions.keep({ kb, rules, program }, { at, actor });
  return { catalogueVersion: kb.version, id, ready };
}

async function lookback(
  storage: Storage,
  { actor, region, from, to, k, today, format }: Extract<OfficeTask, { type: 'lookback' }>,
): Promise<Uint8Array> {
  const kb = readKnowledge(undefined, await officeLists(storage));
  const scope = { region, name: placeName(kb.regions, region), from, to };
  const sources = { storage, kb, facts: readRegisterFacts(), rooms: otherRooms(storage, today) };
  const figures = await lookbackFigures(sources, actor, scope, today);
  const words = wordingOf(kb, k);
  if (format === 'docx') return (await lookbackDocx(figures, words, today)).bytes;
  if (format === 'xlsx') return lookbackXlsx(figures, words);
  const { title, subtitle, blocks } = lookbackReport(figures, words, today);
  return Buffer.from(JSON.stringify({ scope, k: words.k, title, subtitle, blocks }));
}

async function replayed(storage: Storage, id: string, prefer?: 'node-rs'): Promise<Replayed> {
  const { question, edition, answer, same } = await replay(storage, id, (folder, today) =>
    openAssistant({ folder, today, prefer }),
  );
  return {
    id,
    at: question.at,
    question: question.text,
    catalogueVersion: edition.catalogueVersion,
    program: edition.program,
    answer: answer.text,
    same,
  };
}

/** The works by whoever does a task: a pool of threads, or this one. */
export function officeWork(
  run: <Task extends OfficeTask>(task: Task) => Promise<OfficeResults[Task['type']]>,
  close: () => Promise<void> = async () => undefined,
): OfficeWork {
  const queue = createFairQueue({ atOnce: 1, mostOfOne: 3, most: 30 });
  return {
    differences: (visitor, documents) => queue.run(visitor, () => run({ type: 'differences', ...documents })),
    lookback: (actor, asked) => queue.run(actor.id, () => run({ type: 'lookback', actor, ...asked })),
    planImport: (visitor, asked) => queue.run(visitor, () => run({ type: 'import', ...asked })),
    replay: (visitor, id) => queue.run(visitor, () => run({ type: 'replay', id })),
    length: () => queue.length(),
    verify: (visitor, witness) => queue.run(visitor, () => run({ type: 'verify', witness })),
    edition: (program, { at, actor }) => run({ type: 'edition', program, at, actor }),
    close,
  };
}
