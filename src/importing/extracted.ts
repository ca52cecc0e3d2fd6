import type { ListKind } from '#catalogue/schema.js';
import type { Field } from './field-names.js';

/** Where something stands in the file. */
export interface Place {
  /** Sheet, table (表1) or 正文. */
  part: string;
  /** Row or paragraph, from 1. */
  line: number;
}

/** Something to tell about a place of the file. An `error` keeps the file from being loaded. */
export interface ImportFinding {
  severity: 'error' | 'warning' | 'note';
  place: Place | null;
  problem: string;
  advice: string;
  /** What of the import has to be said otherwise to settle it, where that is what it takes; `advice` says how on the command line. */
  needs?: ImportSetting | undefined;
}

/** What somebody may say of a file beside what stands in it. */
export const IMPORT_SETTINGS = ['kind', 'columns', 'region', 'document', 'dates'] as const;
export type ImportSetting = (typeof IMPORT_SETTINGS)[number];

/** A row of a list as the file has it. */
export interface ExtractedRow {
  place: Place;
  /** 序号 where it is a number. */
  no: number | null;
  name: string;
  /** The name as it stands in the file, with the mark that it ends in: it tells whether it breaks off. */
  writtenName: string;
  category: string;
  /** The row's own kind, where its table says one for each row. */
  kind: ListKind | null;
  batch: number | null;
  summary: string;
  basis: string;
  department: string;
  route: string;
  aliases: string[];
  note: string;
}

/** Which column was taken for which field. */
export interface ColumnMapping {
  /** Letters as in a spreadsheet: A, B … */
  column: string;
  header: string;
  field: Field | null;
}

/** A list as the file has it. */
export interface ExtractedList {
  title: string;
  part: string;
  kind: ListKind | null;
  /** Whose duties a list of kind `reference` speaks of; null for the committee's own. */
  about: string | null;
  declared: number | null;
  attachment: number | null;
  batch: number | null;
  /** Empty for paragraphs. */
  mapping: ColumnMapping[];
  /** Of the header, under which a corrected mapping is remembered; null without a header. */
  signature: string | null;
  /** The mapping as it may be remembered: field by column from 0. */
  choice: ReadonlyMap<number, Field | null>;
  rows: ExtractedRow[];
}

/** What was found in a file. */
export interface Extraction {
  /** The title of the whole file; empty where it has none. */
  title: string;
  lists: ExtractedList[];
  findings: ImportFinding[];
}

/** A row with only a name. */
export function emptyRow(place: Place, name: string): ExtractedRow {
  return {
    place,
    no: null,
    name,
    writtenName: name,
    category: '',
    kind: null,
    batch: null,
    summary: '',
    basis: '',
    department: '',
    route: '',
    aliases: [],
    note: '',
  };
}

/** Text on one line: between Chinese characters a line end is no space. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .replace(/(?<=[\p{Script=Han}，。；、：（）《》“”]) (?=[\p{Script=Han}，。；、：（）《》“”])/gu, '')
    .trim();
}
