import type { Document, Item, List } from '#catalogue/schema.js';
import { shown } from '#errors.js';
import { normalise } from '#text/normalise.js';
import type { ExtractedRow, ImportFinding, Place } from './extracted.js';
import { FIELD_NAMES } from './field-names.js';
import type { ImportOptions, KindedList, Target } from './import-plan.js';
import { KIND_TITLES } from './kinds.js';
import { cutNames, LONGEST_FIELD } from './unfinished.js';

interface Surroundings {
  document: Document;
  options: ImportOptions;
  subjectOf: (name: string) => string | null;
  findings: ImportFinding[];
  /** Grows by the place of each item. */
  places: Map<string, Place>;
}

interface PlacedRow {
  row: ExtractedRow;
  part: KindedList;
}

/** UTF-16 units: a longer name is a paragraph in the wrong column. */
const LONGEST_NAME = 200;

/** The list with the rows of the file in place of those it held. */
export function buildList(target: Target, surroundings: Surroundings): List {
  const { document, options, findings } = surroundings;
  const [first] = target.parts as [KindedList];
  const kept = target.list ?? newList(first, document);
  const rows = withoutBadRows(target.parts, options.skipBadRows ?? false, findings);
  const numbers = numbersOf(rows);
  const items = rows.map((placed, index) =>
    itemOf(placed, kept.id, numbers[index] ?? index + 1, surroundings),
  );
  for (const [index, { id }] of items.entries()) {
    const place = rows[index]?.row.place;
    if (place !== undefined) surroundings.places.set(id, place);
  }
  const declared = declaredOf(target, findings);
  const { gap: _gap, declaredCount: _declared, items: _items, ...list } = kept;
  const missing = declared !== null && declared > items.length;
  return {
    ...list,
    ...(declared === null ? {} : { declaredCount: declared }),
    ...(missing ? { gap: `应有${declared}项，只导入了${items.length}项。` } : {}),
    items,
  };
}

function newList(first: KindedList, document: Document): List {
  const used = new Set(document.lists.map(({ id }) => id));
  let id = `${document.id}-${first.kind}`;
  // Not `-2`: that is the second item of the first list.
  for (let n = 2; used.has(id); n++) id = `${document.id}-${first.kind}-list${n}`;
  return {
    id,
    name: first.title || KIND_TITLES[first.kind],
    kind: first.kind,
    ...(first.kind !== 'reference' || first.about === null ? {} : { about: first.about }),
    ...(first.attachment === null ? {} : { locator: `附件${first.attachment}` }),
    items: [],
  };
}

/** Rows without those that can't be loaded: the same name twice, a name that breaks off or is a paragraph. */
function withoutBadRows(parts: readonly KindedList[], skip: boolean, findings: ImportFinding[]): PlacedRow[] {
  const firstOf = new Map<string, ExtractedRow>();
  const kept: PlacedRow[] = [];
  for (const part of parts) {
    checkNumbers(part, findings);
    const cut = cutNames(part.rows.map(({ writtenName }) => writtenName));
    for (const row of part.rows) {
      const key = normalise(row.name);
      const same = firstOf.get(key);
      const [problem, advice] =
        same !== undefined
          ? [`「${shown(row.name)}」与${placeOf(same)}重复`, '请删去一行，或写明两项的区别']
          : cut.has(row.writtenName)
            ? [`「${shown(row.name)}」没有写完，像是换页或超出单元格时被截断`, '请补全事项名称']
            : [tooLong(row), '请缩短，或拆成几项'];
      if (problem === null) {
        firstOf.set(key, row);
        kept.push({ row, part });
        continue;
      }
      findings.push(
        skip
          ? { severity: 'warning', place: row.place, problem, advice: `已跳过；${advice}` }
          : { severity: 'error', place: row.place, problem, advice },
      );
    }
  }
  return kept;
}

/** A name that is a paragraph; fields of several cells or lines may grow beyond what anybody wrote as one item. */
function tooLong(row: ExtractedRow): string | null {
  if (row.name.length > LONGEST_NAME) return `事项名称有 ${row.name.length} 字，超过 ${LONGEST_NAME} 字`;
  const field = (['category', 'summary', 'basis', 'department', 'route', 'note'] as const).find(
    (known) => row[known].length > LONGEST_FIELD,
  );
  return field === undefined ? null : `「${shown(row.name)}」的${FIELD_NAMES[field]}超过 ${LONGEST_FIELD} 字`;
}

function placeOf({ place }: ExtractedRow): string {
  return `${place.part}第 ${place.line} 行`;
}

/** 序号 that jump or come twice within one part tell that rows are missing or mixed up. */
function checkNumbers({ rows }: KindedList, findings: ImportFinding[]): void {
  const numbered = rows.filter(({ no }) => no !== null).length;
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    if (row.no === null && numbered * 2 > rows.length) {
      findings.push({
        severity: 'warning',
        place: row.place,
        problem: `「${shown(row.name)}」没有序号`,
        advice: '请核对它是单独的一项，还是上一项换页或折行的后半截',
      });
    }
    if (before?.no == null || row.no === null || row.no === before.no + 1) continue;
    // Each category or batch may count from 1 again.
    if (row.no === 1) continue;
    findings.push({
      severity: 'warning',
      place: row.place,
      problem: `序号 ${before.no} 后面是 ${row.no}`,
      advice: '请核对有没有漏项或重号',
    });
  }
}

/** The file's own numbers where each row has one of its own, else 1, 2, 3 … */
function numbersOf(rows: readonly PlacedRow[]): number[] {
  const own = rows.map(({ row }) => row.no);
  const usable = own.every((no) => no !== null && no > 0) && new Set(own).size === own.length;
  return rows.map((_, index) => (usable ? (own[index] ?? index + 1) : index + 1));
}

function itemOf(
  { row, part }: PlacedRow,
  listId: string,
  no: number,
  { document, options, subjectOf }: Surroundings,
): Item {
  const evidence = options.evidence ?? 'primary';
  const remark = row.note === '' ? '' : `（备注：${row.note}）`;
  return {
    id: `${listId}-${no}`,
    no,
    name: row.name,
    subject: subjectOf(row.name) ?? row.name,
    locator: locatorOf(row, part, no),
    summary: `${row.summary || row.name}${remark}`,
    aliases: row.aliases.filter((alias) => normalise(alias) !== normalise(row.name)),
    exceptions: [],
    ...(row.department === '' ? {} : { department: row.department }),
    ...(row.route === '' ? {} : { route: row.route }),
    ...(row.basis === '' ? {} : { basis: row.basis }),
    ...(evidence === document.evidence ? {} : { evidence }),
  };
}

/** Where a reader finds the row in the document itself: 附件2第一批（社会保障类）第3项. */
function locatorOf(row: ExtractedRow, part: KindedList, no: number): string {
  const where = part.attachment === null ? `“${part.title || part.part}”` : `附件${part.attachment}`;
  const batch = row.batch === null ? '' : `第${row.batch}批`;
  const category = row.category === '' ? '' : `（${row.category}）`;
  return `${where}${batch}${category}第${row.no ?? no}项`;
}

/** How many rows the list should have: what its document says, else what the file says. */
function declaredOf({ parts, list }: Target, findings: ImportFinding[]): number | null {
  const told = parts.map(({ declared }) => declared).filter((count) => count !== null);
  const [first] = told;
  const inFile = told.length === parts.length ? told.reduce((sum, count) => sum + count, 0) : (first ?? null);
  const known = list?.declaredCount ?? null;
  if (known !== null && inFile !== null && known !== inFile) {
    const problem = `「${list?.name ?? ''}」原来写应有 ${known} 项，文件写 ${inFile} 项`;
    findings.push({ severity: 'warning', place: null, problem, advice: '请核对是不是同一张清单' });
    return inFile;
  }
  return known ?? inFile;
}
