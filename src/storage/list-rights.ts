import { mayAll, requireMay } from '#access/actor.js';
import type { Action, Actor } from '#access/roles.js';
import type { Document } from '#catalogue/schema.js';

/** Who changes lists, with what it takes to say whether they may. */
export interface ListEditor {
  actor: Actor;
  /** Code of a region by its full name; undefined for a name that is none. */
  codeOf(regionName: string): string | undefined;
  /** The document that an id names in the catalogue now, shipped or loaded: it is replaced or hidden along with it. */
  documentOf(id: string): Document | undefined;
}

/** Whoever may change what holds in the whole country; a region that nobody knows is everybody's too. */
const EVERYBODYS = '000000';

/**
 * Asks of every region that a document speaks of, in itself or in one of its rows, whether the actor may change the
 * lists there. @throws QingdanError QD-FORBIDDEN
 */
export function requireListRights(editor: ListEditor | undefined, action: Action, document: Document): void {
  if (editor === undefined) return;
  for (const name of regionsOf(document)) {
    requireMay(editor.actor, action, 'list', { region: editor.codeOf(name) ?? EVERYBODYS });
  }
}

/** The same for what a document replaces or hides. @throws QingdanError QD-FORBIDDEN */
export function requireRightsOn(editor: ListEditor | undefined, action: Action, id: string): void {
  const document = editor?.documentOf(id);
  if (document !== undefined) requireListRights(editor, action, document);
}

/** Whether an editor may put a document in the place of what is there now: what `publish` asks for, without an error. */
export function mayPublish(editor: ListEditor, document: Document): boolean {
  const [mayCreate, mayChange] = [
    mayAll(editor.actor, 'create', 'list'),
    mayAll(editor.actor, 'change', 'list'),
  ];
  const codes = (of: Document) =>
    [...regionsOf(of)].map((name) => ({ region: editor.codeOf(name) ?? EVERYBODYS }));
  const replaced = editor.documentOf(document.id);
  return codes(document).every(mayCreate) && (replaced === undefined || codes(replaced).every(mayChange));
}

function regionsOf(document: Document): Set<string> {
  const { region, lists, provisions } = document;
  const rows = [...provisions, ...lists, ...lists.flatMap(({ items }) => items)];
  return new Set([region, ...rows.flatMap((row) => row.region ?? [])]);
}
