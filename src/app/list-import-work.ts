import type { Actor } from '#access/roles.js';
import type { Document } from '#catalogue/schema.js';
import { createHeaderMemory } from '#importing/header-memory.js';
import type { PlannedList } from '#importing/import-plan.js';
import { checkedChoices, type WrittenChoice } from '#importing/joining/checked-choices.js';
import { type ImportSeen, importSeen } from '#importing/seen.js';
import { type ListEditor, mayPublish } from '#storage/list-rights.js';
import type { Storage } from '#storage/ports.js';
import { joinedToMatters, type ListAsked, type ListFile, planOfFile } from './list-import.js';
import { readMatters } from './matters.js';
import { officeLists, readKnowledge } from './open.js';

/** A file that is looked at before it is published, as plain data. */
export interface ListImport extends ListFile, ListAsked {
  /** Matters chosen by row; null leaves them to the joiner. */
  choices: readonly WrittenChoice[] | null;
  /** Folder in which corrected headers are remembered. */
  memoryFolder: string;
  /** Who looks. */
  actor: Actor;
}

/** What an import comes to. */
export interface ListImported extends Pick<ImportSeen, 'canLoad' | 'seen'> {
  /** `ImportSeen` as JSON in UTF-8: that of a long list is megabytes. */
  json: Uint8Array;
  /** What publishing it would load. */
  documents: readonly Document[];
  /** Versions that were newest before the plan was made: whoever loads another in between refuses it. */
  newest: ReadonlyMap<string, number>;
  /** Headers with their columns, to be remembered once it is published. */
  headers: Pick<PlannedList, 'signature' | 'choice'>[];
}

/** Plans an import on what a store holds; nothing is loaded. @throws QingdanError QD-IMPORT, QD-REGION, QD-DATE */
export async function planListImport(storage: Storage, asked: ListImport): Promise<ListImported> {
  const { choices, memoryFolder, actor, name, content, ...said } = asked;
  // Read first: what others load from here on is newer, and refuses the plan.
  const newest = await storage.lists.newest();
  const kb = readKnowledge(undefined, { ...(await officeLists(storage)), texts: new Map() });
  const plan = planOfFile({ name, content }, said, kb, createHeaderMemory(memoryFolder));
  const joined = await joinedToMatters(
    plan,
    kb,
    choices === null ? null : (choosable) => checkedChoices(choices, choosable),
  );
  const { byId } = readMatters();
  const editor: ListEditor = {
    actor,
    codeOf: (region) => kb.regions.get(region)?.code,
    documentOf: (id) => kb.documentById.get(id),
  };
  const seen = importSeen({
    plan,
    joined: joined.plan,
    joins: joined.rows,
    content,
    newest,
    nameOf: (matter) => byId.get(matter)?.name,
    may: (document) => mayPublish(editor, document),
  });
  return {
    canLoad: seen.canLoad,
    seen: seen.seen,
    json: new TextEncoder().encode(JSON.stringify(seen)),
    documents: joined.plan.documents.map(({ document }) => document),
    newest,
    headers: plan.lists.map(({ signature, choice }) => ({ signature, choice })),
  };
}
