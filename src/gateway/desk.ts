import type { Actor } from '#access/roles.js';
import type { Assistant } from '#app/assistant.js';
import type { OfficeWork } from '#app/office-work.js';
import type { TrialWork } from '#app/trial-work.js';
import type { Window } from '#app/window.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { codeOfRegion, regionOfCode } from '#registers/places.js';
import type { Act, ListAct, RegisterAct, Storage } from '#storage/ports.js';

/** What the rooms of the API work with. */
export interface RoomsDesk {
  storage: Storage;
  /** The assistant to ask now, on the lists that are in force. */
  live: { readonly assistant: Assistant };
  window: Window;
  /** Who signs the papers of the window. */
  office: string;
  /** ISO 8601, now. */
  at(): string;
  /** YYYY-MM-DD, in China. */
  today(): string;
  newId(): string;
  /** Changes with everything that the lists, and what is in force of them today, are given from. */
  editionToday(): string;
  /** What takes longer than a request may hold the loop. */
  work: OfficeWork;
  /** Least persons behind a number of persons that a look-back shows by itself. */
  lookbackK: number;
  /** Folder in which imports keep the headers that they were taught. */
  importFolder: string;
  /** Answers by the lists that have just been changed. Default: whoever runs the service does so by and by. */
  takeUp?: (() => Promise<unknown>) | undefined;
  /** Where proposals are tried. Default: in a thread of its own. */
  trials?: TrialWork | undefined;
}

export const kbOf = ({ live }: Pick<RoomsDesk, 'live'>): KnowledgeBase => live.assistant.kb;

/** The code of the region that a request names; the actor's own where it names none. @throws QingdanError QD-REGION */
export const regionCodeOf = (desk: RoomsDesk, actor: Actor, named: string | undefined): string =>
  named === undefined ? actor.region : codeOfRegion(kbOf(desk).regions, named);

/** The full name of a region that a request names; undefined where it names none. @throws QingdanError QD-REGION */
export function regionNameOf(desk: RoomsDesk, named: string | undefined): string | undefined {
  if (named === undefined) return undefined;
  const { regions } = kbOf(desk);
  return regionOfCode(regions, codeOfRegion(regions, named))?.name;
}

/** Who acts, as the audit log names them. */
export const actOf = ({ at }: Pick<RoomsDesk, 'at'>, actor: Actor): Act => ({
  at: at(),
  actor: `${actor.name}（接口）`,
});

export const registerActOf = ({ at, today }: RoomsDesk, source = '接口'): RegisterAct => ({
  at: at(),
  day: today(),
  source,
});

/**
 * A change of a document by a user, who is asked whether they may. The newest content that is stored counts, which the
 * assistant may not have taken up yet.
 */
export async function listActOf(
  desk: RoomsDesk,
  actor: Actor,
  documentId: string,
  source: string,
): Promise<ListAct> {
  const { regions, documentById } = kbOf(desk);
  const { lists } = desk.storage;
  const number = (await lists.history(documentId)).findLast(({ hash }) => hash !== null)?.number;
  const stored = number === undefined ? null : await lists.read(documentId, number);
  return {
    ...actOf(desk, actor),
    source,
    editor: {
      actor,
      codeOf: (name) => regions.get(name)?.code,
      documentOf: (id) => (id === documentId && stored !== null ? stored : documentById.get(id)),
    },
  };
}
