/**
 * A document as rows of a table and back, without loss: what `kb export` writes and `kb import` takes back. The first
 * column says what a row is: 文件, 清单, 事项 or 条款.
 */
import { z } from 'zod';
import { type Document, documentSchema } from '#catalogue/schema.js';
import { QingdanError, shown } from '#errors.js';
import { type Codec, LIST_COLUMN, RECORD_COLUMN, RECORD_COLUMNS, type RecordType } from './record-columns.js';

export { LIST_COLUMN, RECORD_COLUMN, RECORD_COLUMNS, RECORD_TYPES } from './record-columns.js';

/** A row: label → cell. Cells that are empty are left out. */
export type TableRecord = ReadonlyMap<string, string>;

/** The records of a document: itself, its lists each with its items, its provisions. */
export function toRecords(document: Document): TableRecord[] {
  const { lists, provisions, ...own } = document;
  return [
    record('文件', own),
    ...lists.flatMap(({ items, ...list }) => [
      record('清单', list),
      ...items.map((item) => new Map([...record('事项', item), [LIST_COLUMN, list.id]])),
    ]),
    ...provisions.map((provision) => record('条款', provision)),
  ];
}

/** The document of records. @throws QingdanError QD-IMPORT, naming the record */
export function fromRecords(records: readonly TableRecord[]): Document {
  const documents = records.filter((row) => row.get(RECORD_COLUMN) === '文件');
  const [head] = documents;
  if (head === undefined || documents.length > 1) {
    throw new QingdanError(
      'QD-IMPORT',
      `导出的表里应有 1 行「文件」记录，现有 ${documents.length} 行，请补齐或拆开`,
    );
  }
  const items = new Map<string, TableRecord[]>();
  for (const row of records.filter((row) => row.get(RECORD_COLUMN) === '事项')) {
    const list = row.get(LIST_COLUMN) ?? '';
    const rows = items.get(list);
    if (rows === undefined) items.set(list, [row]);
    else rows.push(row);
  }
  const lists = records
    .filter((row) => row.get(RECORD_COLUMN) === '清单')
    .map((row) => ({ ...fieldsOf(row), items: (items.get(row.get('编号') ?? '') ?? []).map(fieldsOf) }));
  const known = new Set(lists.map((list) => String('id' in list ? list.id : '')));
  const stray = [...items.keys()].find((id) => !known.has(id));
  if (stray !== undefined) {
    throw new QingdanError('QD-IMPORT', `有事项写着所属清单「${shown(stray)}」，表里没有这张清单，请核对`);
  }
  const provisions = records.filter((row) => row.get(RECORD_COLUMN) === '条款').map(fieldsOf);
  const result = documentSchema.safeParse({ ...fieldsOf(head), lists, provisions }, { error: inChinese });
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const place = issue?.path.map(String).join('.') || '整份文件';
  throw new QingdanError(
    'QD-IMPORT',
    `「${place}」不合格式：${issue?.message ?? '未知原因'}，请改正后再导入`,
    {
      cause: result.error,
    },
  );
}

const inChinese = z.locales.zhCN().localeError;

function record(type: RecordType, fields: Readonly<Record<string, unknown>>): Map<string, string> {
  const cells = new Map<string, string>([[RECORD_COLUMN, type]]);
  for (const { label, key, codec, of } of RECORD_COLUMNS) {
    const value = fields[key];
    if (!of.includes(type) || value === undefined) continue;
    const cell = encode(value, codec);
    if (cell !== '') cells.set(label, cell);
  }
  return cells;
}

function fieldsOf(row: TableRecord): Record<string, unknown> {
  const type = row.get(RECORD_COLUMN);
  const fields: Record<string, unknown> = {};
  for (const { label, key, codec, of } of RECORD_COLUMNS) {
    const cell = row.get(label);
    if (of.some((known) => known === type) && cell !== undefined && cell !== '') {
      fields[key] = decode(cell, codec, label);
    }
  }
  return fields;
}

/** Marks lines that are written as JSON, because one of them holds a line end or looks like JSON itself. */
const AS_JSON = /^\[/;

function encode(value: unknown, codec: Codec): string {
  if (codec === 'lines' && Array.isArray(value)) {
    const texts = value.map(String);
    if (texts.length === 0) return '';
    const plain = texts.every((text) => !/[\n\r]/.test(text)) && !AS_JSON.test(texts[0] ?? '');
    return plain ? texts.join('\n') : JSON.stringify(texts);
  }
  if (codec === 'json') return Array.isArray(value) && value.length === 0 ? '' : JSON.stringify(value);
  return String(value);
}

function decode(cell: string, codec: Codec, label: string): unknown {
  if (codec === 'number') return Number(cell);
  if (codec === 'text') return cell;
  if (codec === 'lines' && !AS_JSON.test(cell)) return cell.split('\n').filter((line) => line.trim() !== '');
  try {
    return JSON.parse(cell) as unknown;
  } catch (cause) {
    throw new QingdanError('QD-IMPORT', `「${label}」里不是完整的 JSON：${shown(cell)}，请恢复导出时的写法`, {
      cause,
    });
  }
}
