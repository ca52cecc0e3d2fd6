import { createHash } from 'node:crypto';
import type { Table } from '#documents/content.js';
import type { Field } from './field-names.js';
import { fieldOfHeader, headerKey, LONGEST_HEADER } from './fields.js';
import { type HeaderBlock, headerBlockAt } from './header-block.js';
import { type ColumnChoice, type ColumnGroup, chosenGroups, groupsOf } from './header-groups.js';

export type { ColumnChoice, ColumnGroup } from './header-groups.js';

/** Where a table's header is and how its columns are read. */
export interface Header extends HeaderBlock {
  groups: ColumnGroup[];
  signature: string;
}

/** The corrected or remembered mapping for a header with these cells; null where there is none. */
export type ChoiceFor = (cells: readonly string[], signature: string) => ColumnChoice | null;

/** Rows looked at for the first header: title, issuer, date, note and a header of three lines leave room. */
const LOOKED_AT = 15;
const WORTH: Partial<Record<Field, number>> = { name: 40, no: 15 };

/**
 * The headers of a table from the top down: a sheet may hold several lists below each other, each with a header of its
 * own. Empty where no row names the fields of a list.
 */
export function findHeaders(table: Table, choiceFor: ChoiceFor): Header[] {
  const first = firstHeader(table, choiceFor);
  if (first === null) return [];
  const headers = [first];
  for (let index = first.index + 1; index < table.rows.length; index++) {
    if (!looksLikeHeader(table, index)) continue;
    const header = headerAt(table, index, choiceFor)?.header;
    if (header === undefined || header.groups.length === 0) continue;
    headers.push(header);
    index = header.index;
  }
  return headers;
}

/** The row that names the most fields, a name among them: the first such row unless a choice or a better one says otherwise. */
function firstHeader(table: Table, choiceFor: ChoiceFor): Header | null {
  let best: Candidate | null = null;
  for (let index = 0; index < Math.min(LOOKED_AT, table.rows.length); index++) {
    const found = headerAt(table, index, choiceFor);
    if (found === null || found.score <= 0) continue;
    if (!found.chosen && looksLikeHeader(table, index) && (best === null || !best.chosen))
      return found.header;
    if (best === null || found.score > best.score) best = found;
  }
  return best?.header ?? null;
}

interface Candidate {
  header: Header;
  score: number;
  /** By the user or from memory. */
  chosen: boolean;
}

function headerAt(table: Table, index: number, choiceFor: ChoiceFor): Candidate | null {
  const block = headerBlockAt(table.rows, index);
  const signature = headerSignature(block.cells);
  const choice = choiceFor(block.cells, signature);
  const groups = choice === null ? groupsOf(block) : chosenGroups(block, choice);
  const score = scoreOf(groups) + (choice === null ? 0 : likenessToHeader(block, groups));
  return { header: { ...block, groups, signature }, score, chosen: choice !== null };
}

/** Most filled cells name a field, half of them by its very word, and none is a number or a sentence. */
function looksLikeHeader(table: Table, index: number): boolean {
  const row = table.rows[index];
  if (row === undefined) return false;
  const filled = row.cells.filter((cell, column) => cell !== '' && !row.continued.includes(column));
  if (
    filled.length < 2 ||
    filled.length > MOST_COLUMNS ||
    filled.some((cell) => /^[\d.]+$/.test(cell) || headerKey(cell).length > LONGEST_HEADER)
  )
    return false;
  const guesses = filled.flatMap((cell) => fieldOfHeader(cell) ?? []);
  const sure = guesses.filter(({ sureness }) => sureness > SURE).length;
  return sure * 2 >= filled.length && guesses.length >= 2 && guesses.length * 2 > filled.length;
}

/** Columns of a list with room to spare; a wider row is no header of one. */
const MOST_COLUMNS = 60;

/** The same words as one of the first twenty for its field, not just a word among others. */
const SURE = 60;

/**
 * With a mapping given by the user any row might be the header: the likeliest has a text above the names and others
 * beside it.
 */
function likenessToHeader(block: HeaderBlock, groups: readonly ColumnGroup[]): number {
  const name = block.cells[groups[0]?.fields.name?.[0] ?? -1] ?? '';
  const filled = block.cells.filter((cell) => cell !== '').length;
  return 1 + (filled >= 2 ? 20 : 0) + (name !== '' && headerKey(name).length <= LONGEST_HEADER ? 20 : 0);
}

/** What two headers have in common that are laid out the same: 12 hex digits of the SHA-256 of their cells. */
export function headerSignature(cells: readonly string[]): string {
  return createHash('sha256').update(cells.map(headerKey).join('|')).digest('hex').slice(0, 12);
}

function scoreOf(groups: readonly ColumnGroup[]): number {
  const scores = groups.map(({ fields, kind }) => {
    if (fields.name === undefined) return 0;
    const fieldScore = Object.keys(fields).reduce((sum, field) => sum + (WORTH[field as Field] ?? 8), 0);
    // One word alone (「事项」) is as likely a title; two columns make a header, or a kind in each.
    return Object.keys(fields).length >= 2 || kind !== null ? fieldScore : 0;
  });
  return scores.reduce((sum, score) => sum + score, 0);
}
