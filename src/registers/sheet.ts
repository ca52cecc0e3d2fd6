import { isRegionCode } from '#access/region-code.js';
import type { FileContent, Table } from '#documents/content.js';
import { plainCell } from '#documents/formula-safe.js';
import { type SheetToWrite, writeWorkbook } from '#documents/write.js';
import { QingdanError, shown } from '#errors.js';
import { type Draft, type Entry, readValues } from './entry.js';
import { cellOf } from './field.js';
import type { RegisterKind } from './kind.js';
import { stateWord } from './life.js';

/** Columns that every register has in front of its own. */
const REGION = '区划代码';
const PLACE = '社区（村）';
/** Columns that only an export has, and an import passes over. */
const NUMBER = '登记号';
const STATE = '情况';
const DECISION = '决定';
const GUIDE_SHEET = '填写说明';
/** Rows of one import: a community's year of any register is a tenth of that. */
export const MOST_IMPORTED = 5000;
/** Faults told of one import. */
const MOST_FAULTS = 50;
/** Rows above the heads, such as a title. */
const LATEST_HEADS = 10;

/** The blank workbook of a kind: what to fill in, and a sheet with the heads. */
export function writeRegisterTemplate(kind: RegisterKind): Promise<Uint8Array> {
  return writeWorkbook([
    { name: kind.name, rows: [headsOf(kind)] },
    { name: GUIDE_SHEET, rows: guide(kind), widths: [28, 70] },
  ]);
}

/** Entries as a workbook; reading it again gives the same drafts. */
export function writeRegister(kind: RegisterKind, entries: readonly Entry[]): Promise<Uint8Array> {
  const rows = entries.map((entry) => [
    entry.number,
    entry.region,
    entry.place,
    ...kind.fields.map(({ key }) => cellOf(entry.values[key])),
    stateWord(kind, entry.state),
    decisionText(entry),
  ]);
  const sheet: SheetToWrite = {
    name: kind.name,
    rows: [[NUMBER, ...headsOf(kind), STATE, DECISION], ...rows],
  };
  return writeWorkbook([sheet]);
}

/** What a filled-in workbook holds: drafts of the rows that can be taken, and what is wrong with the others. */
export interface ReadRegister {
  drafts: Draft[];
  faults: string[];
}

/**
 * Reads the rows of a register from a file.
 * @param region code of the region where a row names none
 * @throws QingdanError QD-INPUT where no sheet has the register's heads, or there are too many rows
 */
export function readRegister(kind: RegisterKind, content: FileContent, region: string): ReadRegister {
  for (const block of content.blocks) {
    if (block.type !== 'table') continue;
    const at = block.rows.slice(0, LATEST_HEADS).findIndex(({ cells }) => hasHeads(kind, cells));
    if (at < 0) continue;
    return readRows(kind, block, at, region);
  }
  const needed = kind.fields.filter(({ required }) => required).map(({ label }) => label);
  throw new QingdanError('QD-INPUT', `文件里没有找到${kind.name}的表头，至少要有：${needed.join('、')}`);
}

function readRows(kind: RegisterKind, { name, rows }: Table, at: number, region: string): ReadRegister {
  const heads = (rows[at]?.cells ?? []).map((cell) => cell.trim());
  const below = rows.slice(at + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (below.length > MOST_IMPORTED) {
    throw new QingdanError(
      'QD-INPUT',
      `「${shown(name)}」有 ${below.length} 行，一次最多导入 ${MOST_IMPORTED} 行`,
    );
  }
  const drafts: Draft[] = [];
  const faults: string[] = [];
  const tell = (line: number, what: string) => {
    if (faults.length < MOST_FAULTS) faults.push(`第 ${line} 行：${what}`);
  };
  for (const { line, cells } of below) {
    const cellUnder = (label: string) => plainCell(cells[heads.indexOf(label)] ?? '');
    const own = cellUnder(REGION).trim();
    if (own !== '' && !isRegionCode(own)) {
      tell(line, `区划代码「${shown(own)}」不对，应是 6、9 或 12 位数字`);
      continue;
    }
    const read = readValues(
      kind,
      Object.fromEntries(kind.fields.map(({ key, label }) => [key, cellUnder(label)])),
    );
    for (const { label, message } of read.faults) tell(line, `「${label}」${message}`);
    if (read.faults.length > 0) continue;
    const place = cellUnder(PLACE).trim();
    drafts.push({ kind: kind.id, region: own === '' ? region : own, place, values: read.values });
  }
  return { drafts, faults };
}

function headsOf(kind: RegisterKind): string[] {
  return [REGION, PLACE, ...kind.fields.map(({ label }) => label)];
}

function hasHeads(kind: RegisterKind, cells: readonly string[]): boolean {
  const heads = new Set(cells.map((cell) => cell.trim()));
  return kind.fields.every(({ label, required }) => !required || heads.has(label));
}

function guide(kind: RegisterKind): string[][] {
  const lines = kind.fields.map(({ label, sort, required, choices, hint, personal }) => {
    const parts = [
      required ? '必填' : '可以不填',
      sort === 'date' ? '写成 2026-03-01' : sort === 'whole' ? '整数' : sort === 'yes' ? '是 或 否' : '',
      choices === undefined ? '' : `选一个：${choices.join('、')}`,
      sort === 'list' ? '几项之间用顿号隔开' : '',
      hint ?? '',
      personal === true ? '上级导出时不带这一栏' : '',
    ];
    return [label, parts.filter((part) => part !== '').join('；')];
  });
  return [
    [kind.name, kind.is],
    [REGION, '社区（村）的 12 位代码；整份表是一个地方的可以不填，导入时用 --region 写一次'],
    [PLACE, '社区（村）的名称，可以不填'],
    ...lines,
    [
      '填好以后',
      `先试一遍：qingdan register ${kind.id} import 文件.xlsx --dry-run，没有问题再去掉 --dry-run`,
    ],
  ];
}

function decisionText({ decided }: Entry): string {
  if (decided === null) return '';
  return [decided.day, decided.by, decided.number ?? '', decided.reason ?? '']
    .filter((part) => part !== '')
    .join(' ');
}
