import { cutAt } from '../cut.js';
import type { Paragraph } from '../layout/outline.js';
import type { Party } from '../parties/party.js';
import type { Words } from '../words.js';
import { actorsAt, partiesIn } from './actors.js';

/** Whom a bracket, a line or the cell of a table makes responsible. */
export interface Assigned {
  parties: ReadonlySet<Party>;
  /** The committee stands only among those who help. */
  assisting: boolean;
  /** A cell of a list of tasks: a task also where it is only named (文物普查入户登记). */
  named?: boolean;
}

/** 责任单位:各社区, with or without a bracket. */
const TAG =
  /[（(]?\s*(牵头|责任|主责|完成|实施|承办|配合|协办|协同|落实)(?:单位|部门|主体|领导|人|科室)?(?:及|和|、)?(?:配合单位|责任单位|责任人)?\s*[:：]([^)）。;\n]{2,80})[)）]?/gu;

/** 、街道科协: more names behind the last that is known. */
const isNames = (rest: string) => /^(?:[、,;和及/]\s*[\p{Script=Han}]{2,10})+$/u.test(rest);

/** What the head of a table says of its rows. */
export interface TableHead {
  /** Columns that name who leads or guides, not who is to act. */
  leading: ReadonlySet<number>;
  /** Whose table it is, where a row names nobody; null where that isn't said. */
  root: ReadonlySet<Party> | null;
}

const LEADING = /^(?:牵头|业务|指导|主管|联系|对接|督导|条线)(?:科室|部门|单位|处室|办公室|领导|人|线)?$/u;

/** The columns of a table's first row that name who leads. */
export function leadingColumns(text: string, { start, end }: Paragraph): ReadonlySet<number> {
  const cells = cutAt(text, start, end, '\t');
  return new Set(
    cells.flatMap((cell, i) => (LEADING.test(text.slice(cell.start, cell.end).trim()) ? [i] : [])),
  );
}

/** A row of a table that names who is to act in a cell of its own: the longest other cell is the task. */
export function tableRow(
  text: string,
  { start, end }: Paragraph,
  words: Words,
  { leading, root }: TableHead,
): { start: number; end: number; assigned: Assigned }[] {
  const cells = cutAt(text, start, end, '\t');
  const actors = cells.filter((cell, column) => {
    if (leading.has(column)) return false;
    const at = actorsAt(text, cell.start, cell.end, words);
    // 各社区、街道科协: whom the lexicon hasn't stands beside whom it has.
    return at !== null && (at.end >= cell.end - 1 || isNames(text.slice(at.end, cell.end)));
  });
  const [task] = cells
    .filter((cell, column) => !actors.includes(cell) && !leading.has(column) && cell.end - cell.start >= 4)
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  const [only] = actors;
  if (only === undefined && leading.size > 0 && root !== null && task !== undefined)
    return [{ ...task, assigned: { parties: root, assisting: false, named: true } }];
  if (only === undefined || task === undefined) return [];
  // 协助登记;审批许可 beside 各村;规建办: each does its own.
  const tasks = cutAt(text, task.start, task.end, ';');
  const names = actors.length === 1 ? cutAt(text, only.start, only.end, ';') : [];
  if (tasks.length > 1 && tasks.length === names.length)
    return tasks.map((own, i) => {
      const { start: a, end: b } = names[i] as { start: number; end: number };
      return { ...own, assigned: { parties: partiesIn(text.slice(a, b), words), assisting: false } };
    });
  const parties = new Set(actors.flatMap((cell) => [...partiesIn(text.slice(cell.start, cell.end), words)]));
  return [{ ...task, assigned: { parties, assisting: false } }];
}

/** A line that holds nothing but a tag. */
export function tagOnly(line: string): boolean {
  const [tag] = [...line.matchAll(TAG)];
  return tag !== undefined && tag.index <= 6 && tag[0].length >= line.length - 10;
}

/** What the tags of a line say; null where it has none. */
export function tagOf(line: string, words: Words): Assigned | null {
  const tags = [...line.matchAll(TAG)];
  if (tags.length === 0) return null;
  const main = new Set<Party>();
  const helping = new Set<Party>();
  for (const [, kind = '', names = ''] of tags) {
    const into = /配合|协办|协同/u.test(kind) ? helping : main;
    for (const party of partiesIn(names, words)) into.add(party);
  }
  if (main.size === 0 && helping.size === 0) return null;
  const assisting = !main.has('committee') && !main.has('everyone') && helping.has('committee');
  return { parties: assisting ? helping : main, assisting };
}
