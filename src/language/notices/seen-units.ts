import type { Doc } from '../doc.js';
import type { Party } from '../parties/party.js';
import type { Span } from '../span.js';
import type { Words } from '../words.js';
import { actorsAt, partiesIn } from './actors.js';
import { committeeNames } from './committee-names.js';
import { type OutlinedLine, outlinedLines } from './outlined.js';
import { type Unit, unitsOf } from './units.js';

type Parties = ReadonlySet<Party>;

/** A cell of a table with its head and the other cells of its row. */
export interface Cell {
  readonly column: number;
  readonly columns: number;
  readonly head: string;
  readonly others: readonly { readonly text: string; readonly head: string }[];
}

/** A unit with where it stands and who is named in and before it. */
export interface SeenUnit extends Unit {
  readonly outline: OutlinedLine;
  readonly cell: Cell | null;
  /** Who stands in front, as who acts. */
  readonly actor: Parties | null;
  /** Behind who stands in front; -1 where nobody does. */
  readonly actorEnd: number;
  /** Whom 由, 请, 组织… inside it names. */
  readonly by: Parties | null;
  readonly mentioned: Parties;
  /** How many names of committees it has that stand elsewhere with 村 or 社区. */
  readonly named: number;
  /** Who was last told something before it: in its sentence, in its line. */
  readonly inSentence: Parties | null;
  readonly inLine: Parties | null;
}

const LEAD =
  /^(?:[一二三四五六七八九十]是|第[一二三]|首先|同时|另外|此外|其中|请|由|要求|凡|对|\d{1,2}[.、)]|\([一二三四五六七八九十\d]{1,2}\)|[一二三四五六七八九十]{1,3}、|[①-⑳])+\s*/u;
const BY = /(?:由|请|要求|组织|督促|通知|安排|指导|交)(?=\p{Script=Han})/gu;

/** The units of a notice in its order, each with what is known of it before it is weighed. */
export function seenUnits(doc: Pick<Doc, 'plain' | 'hidden' | 'parties'>, words: Words): SeenUnit[] {
  const text = doc.plain;
  const lines = outlinedLines(text);
  const names = committeeNames(text);
  const mentions = new Mentions(doc.parties);
  let last: SeenUnit | undefined;
  let inSentence: Parties | null = null;
  let inLine: Parties | null = null;
  return unitsOf(text, doc.hidden).map((unit) => {
    if (unit.line !== last?.line) [inLine, inSentence] = [null, null];
    else if (unit.sentence !== last.sentence) [inLine, inSentence] = [inSentence ?? inLine, null];
    const outline = lines[unit.line] as OutlinedLine;
    const acting = actingIn(text, unit, names, words);
    const seen: SeenUnit = {
      ...unit,
      ...acting,
      outline,
      cell: cellOf(text, unit, outline),
      mentioned: mentions.within(unit),
      named: names.filter((name) => unit.text.includes(name)).length,
      inSentence,
      inLine,
    };
    if (acting.actor !== null) inSentence = acting.actor;
    else if (acting.by !== null && /^.{0,3}由/u.test(unit.text)) inSentence = acting.by;
    last = seen;
    return seen;
  });
}

function actingIn(text: string, { start, end, text: own }: Unit, names: readonly string[], words: Words) {
  const lead = LEAD.exec(own)?.[0] ?? '';
  const at = start + lead.length;
  const actors = actorsAt(text, at, end, words) ?? (lead === '' ? null : actorsAt(text, start, end, words));
  const isNamed = actors === null && names.some((name) => text.startsWith(name, at));
  let by: Parties | null = null;
  for (const { index, 0: verb } of own.matchAll(BY)) {
    by = actorsAt(text, start + index + verb.length, end, words)?.parties ?? null;
    if (by !== null) break;
  }
  const actor = actors?.parties ?? (isNamed ? COMMITTEE : null);
  return { actor, actorEnd: actors?.end ?? -1, by };
}

const COMMITTEE: Parties = new Set(['committee']);

function cellOf(text: string, { start, end }: Span, { row }: OutlinedLine): Cell | null {
  const column = row?.cells.findIndex((cell) => start >= cell.start && end <= cell.end) ?? -1;
  if (row === null || column < 0) return null;
  const said = (cell: Span | undefined) =>
    cell === undefined ? '' : text.slice(cell.start, cell.end).trim();
  const cells = row.cells.map((cell, i) => ({ text: said(cell), head: said(row.head?.[i]) }));
  return {
    column,
    columns: cells.length,
    head: cells[column]?.head ?? '',
    others: cells.filter((_, i) => i !== column),
  };
}

/** Who is mentioned in a stretch; stretches are asked for in the order of the text. */
class Mentions {
  #next = 0;
  constructor(private readonly all: Doc['parties']) {}

  within({ start, end }: Span): Parties {
    const found = new Set<Party>();
    while ((this.all[this.#next]?.start ?? Number.POSITIVE_INFINITY) < start) this.#next++;
    for (let i = this.#next; (this.all[i]?.end ?? Number.POSITIVE_INFINITY) <= end; i++)
      found.add((this.all[i] as Doc['parties'][number]).party);
    return found;
  }
}

/** Parties as letters in order (`co`), `-` for none. */
export const partiesKey = (parties: Parties | null): string =>
  parties === null || parties.size === 0
    ? '-'
    : [...parties]
        .map((party) => party.charAt(0))
        .sort()
        .join('');

/** Whom a short stretch names, as `partiesKey`; `v` where it speaks of a village or community at all. */
export function namedIn(stretch: string, words: Words): string {
  const key = partiesKey(partiesIn(stretch, words));
  return key === '-' && /^(?:村|社区|居)/u.test(stretch) ? 'v' : key;
}
