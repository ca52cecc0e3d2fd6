import { columnNumber } from '#documents/columns.js';
import { QingdanError, shown } from '#errors.js';
import { FIELD_NAMES, FIELDS, type Field } from './field-names.js';
import { fieldNamed, headerKey } from './fields.js';
import type { ChoiceFor, ColumnChoice } from './header.js';
import type { HeaderMemory } from './header-memory.js';

/** One correction of a header, as `--map` gives it. */
export interface MapOption {
  /** null: the column isn't read. */
  field: Field | null;
  /** By letters or by the words of its header. */
  column: string;
  /** Of the header that it is for. Default: every one. */
  signature?: string | undefined;
}

/** `事项名称=C` or `事项名称=干什么`. @throws QingdanError QD-IMPORT */
export function parseMapOption(option: string): MapOption {
  const [, name = '', column = ''] = /^([^=＝]+)[=＝](.+)$/.exec(option) ?? [];
  const field = fieldNamed(name);
  if (field === null || column.trim() === '') {
    const names = FIELDS.map((known) => FIELD_NAMES[known]).join('、');
    throw new QingdanError(
      'QD-IMPORT',
      `--map「${shown(option)}」不对，请写成 字段=列，如 事项名称=C；字段有：${names}`,
    );
  }
  return { field, column: column.trim() };
}

/** What is known of a header's columns: the user's choice first, then what was remembered of this very header. */
export function choicesFrom(maps: readonly MapOption[], memory: HeaderMemory): ChoiceFor {
  return (cells, signature) => {
    const chosen = new Map<number, Field | null>();
    for (const { field, column, signature: of = signature } of maps) {
      if (of !== signature) continue;
      const index = columnIndex(column, cells);
      if (index !== null) chosen.set(index, field);
    }
    const remembered: ColumnChoice = memory.recall(signature) ?? new Map<number, Field | null>();
    if (chosen.size === 0) return remembered.size === 0 ? null : remembered;
    // A field has one column, so a new choice of it does away with the old one.
    const fields = new Set(chosen.values());
    return new Map([
      ...[...remembered].filter(([, field]) => field === null || !fields.has(field)),
      ...chosen,
    ]);
  };
}

/** Letters name a column of any table; words only one whose header says them. */
function columnIndex(column: string, cells: readonly string[]): number | null {
  if (/^[A-Za-z]{1,3}$/.test(column)) return columnNumber(column.toUpperCase()) - 1;
  const index = cells.findIndex((cell) => headerKey(cell) === headerKey(column));
  return index < 0 ? null : index;
}
