import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { withAdditions } from '#catalogue/matters/additions.js';
import type { MatterLibrary } from '#catalogue/matters/load.js';
import { isOfficeMatter } from '#catalogue/office.js';
import type { FileContent } from '#documents/content.js';
import { choicesFrom, type MapOption } from '#importing/choices.js';
import { extractLists } from '#importing/extract.js';
import type { HeaderMemory } from '#importing/header-memory.js';
import type { ImportPlan, PlannedList } from '#importing/import-plan.js';
import type { Choosable } from '#importing/joining/checked-choices.js';
import { type Joined, joinPlan } from '#importing/joining/join-plan.js';
import { type Choices, NO_CHOICES } from '#importing/joining/joined-row.js';
import { type ImportFlags, importOptions } from '#importing/options.js';
import { exportedDocument } from '#importing/own-format.js';
import { planDocument, planImport } from '#importing/plan.js';
import { metadataOf } from '#importing/template.js';
import { readMatters } from './matters.js';

/** A file of lists as it was read. */
export interface ListFile {
  /** Its name, which the versions made of it are kept with. */
  name: string;
  content: FileContent;
}

/** What is said of a file besides what stands in it. */
export interface ListAsked {
  flags: ImportFlags;
  /** Corrections of its headers. */
  maps: readonly MapOption[];
}

/** What an import of a file would do; its rows aren't joined to matters yet. @throws QingdanError QD-IMPORT, QD-REGION, QD-DATE */
export function planOfFile(
  { name, content }: ListFile,
  { flags, maps }: ListAsked,
  kb: KnowledgeBase,
  memory: HeaderMemory,
): ImportPlan {
  const exported = exportedDocument(content);
  if (exported !== null) return planDocument(exported, kb);
  const extraction = extractLists(content, { choiceFor: choicesFrom(maps, memory) });
  return planImport(extraction, kb, importOptions(flags, metadataOf(content), name, kb.regions));
}

/** The plan with the rows' matters: chosen, as before, or found. @throws what `choose` does */
export async function joinedToMatters(
  plan: ImportPlan,
  kb: KnowledgeBase,
  choose: ((choosable: Choosable) => Choices | Promise<Choices>) | null,
): Promise<Joined> {
  // Loaded only here: what it takes to join makes every command slower.
  const { openJoiner } = await import('./joiner.js');
  const choices = choose === null ? NO_CHOICES : await choose(choosableOf(plan, kb));
  return joinPlan(plan, openJoiner(undefined, kb.additions), choices);
}

/** The matters that ship, and those that were accepted here. */
export const currentLibrary = (kb: KnowledgeBase): MatterLibrary =>
  withAdditions(readMatters(), kb.additions);

function choosableOf(plan: ImportPlan, kb: KnowledgeBase): Choosable {
  const listed = new Set(plan.lists.map(({ listId }) => listId));
  const rows = plan.documents
    .flatMap(({ document }) => document.lists)
    .filter(({ id }) => listed.has(id))
    .flatMap(({ kind, items }) => items.map((item) => ({ id: item.id, kind: item.kind ?? kind })));
  const office = [...kb.itemById.values()].flatMap(({ item }) => item.matter ?? []).filter(isOfficeMatter);
  return { rows, library: currentLibrary(kb), office: new Set(office) };
}

/** What the user corrected of headers is right, once the plan made with it has been carried out. */
export function rememberColumns(
  { lists }: { lists: readonly Pick<PlannedList, 'signature' | 'choice'>[] },
  maps: readonly MapOption[],
  memory: HeaderMemory,
): void {
  if (maps.length === 0) return;
  for (const { signature, choice } of lists) {
    if (signature !== null && choice.size > 0) memory.remember(signature, choice);
  }
}
