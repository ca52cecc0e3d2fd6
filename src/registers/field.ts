/** One column of a register. */
export interface Field {
  readonly key: string;
  /** Head of its column, in Chinese. */
  readonly label: string;
  readonly sort: 'text' | 'date' | 'whole' | 'choice' | 'list' | 'yes';
  /** Of a choice: what may be written. */
  readonly choices?: readonly string[];
  /** Default: false. */
  readonly required?: boolean;
  /** What to write there, for whoever fills it in. */
  readonly hint?: string;
  /** Names a person: only the community that keeps the register sees it. Default: false. */
  readonly personal?: boolean;
  /** Holds the number of an institution, which masking would take for a person's. Default: false. */
  readonly unmasked?: boolean;
}

/** A value of a field as it is kept: text, a day, a number, several texts, or whether. */
export type Value = string | number | boolean | readonly string[];
export type Values = Readonly<Record<string, Value>>;

/** UTF-16 units of one cell, and cells of a list. */
const LONGEST_TEXT = 1000;
const MOST_IN_LIST = 100;
/** What separates the entries of a list in a cell. */
const SEPARATORS = /[、，,；;\n]+/u;
/** What stands for nothing. */
const NOTHING = /^(?:无|没有|-|—|\/|N\/A)$/iu;

/** The value that a cell's text means, or what is wrong with it. */
export type ReadCell = { value: Value | null } | { fault: string };

export function readCell(field: Field, cell: string): ReadCell {
  const text = cell.normalize('NFKC').trim();
  if (text === '' || (NOTHING.test(text) && field.sort !== 'yes')) return { value: null };
  if (text.length > LONGEST_TEXT) return { fault: `写了 ${text.length} 字，不能超过 ${LONGEST_TEXT} 字` };
  switch (field.sort) {
    case 'text':
      return { value: cell.trim() };
    case 'date': {
      const day = readDay(text);
      return day === null ? { fault: `「${text}」不是日期，请写成 2026-03-01` } : { value: day };
    }
    case 'whole':
      return /^\d{1,9}$/.test(text) ? { value: Number(text) } : { fault: `「${text}」不是整数` };
    case 'yes':
      return readYes(text);
    case 'list':
      return readList(cell);
    case 'choice': {
      // Brackets and letters may be of either width.
      const choice = field.choices?.find((one) => one.normalize('NFKC') === text);
      return choice === undefined
        ? { fault: `「${text}」不在可选的里面：${field.choices?.join('、')}` }
        : { value: choice };
    }
  }
}

function readList(cell: string): ReadCell {
  const parts = cell.split(SEPARATORS).map((part) => part.trim());
  const list = [...new Set(parts.filter((part) => part !== ''))];
  return list.length > MOST_IN_LIST
    ? { fault: `列了 ${list.length} 项，不能超过 ${MOST_IN_LIST} 项` }
    : { value: list };
}

function readYes(text: string): ReadCell {
  if (/^(?:是|有|√|✓|Y|yes|1)$/iu.test(text)) return { value: true };
  if (/^(?:否|无|没有|×|N|no|0)$/iu.test(text)) return { value: false };
  return { fault: `「${text}」不明白，请写 是 或 否` };
}

/** A cell for a value; reading it again gives the value. */
export function cellOf(value: Value | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'object') return value.join('、');
  return String(value);
}

/** A day as people write it (2026-03-01, 2026.3.1, 2026年3月1日, 20260301), as YYYY-MM-DD; null where there is no such day. */
export function readDay(text: string): string | null {
  const [, year, month, day] =
    /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === written ? written : null;
}
