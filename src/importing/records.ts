/**
 * A document as rows of a table and back, without loss: what `kb export` writes and `kb import` takes back. The first
 * column says what a row is: 文件, 清单, 事项 or 条款.
 */
import { z } from 'zod';
import { type Document, documentSchema } from '#catalogue/schema.js';
import { QingdanError, shown } from '#errors.js';

export const RECORD_COLUMN = '记录';
export const RECORD_TYPES = ['文件', '清单', '事项', '条款'] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** How a field is written in a cell: as it is, as a number, one per line, or as JSON. */
type Codec = 'text' | 'number' | 'lines' | 'json';

export interface RecordColumn {
  label: string;
  key: string;
  codec: Codec;
  /** Kinds of record that have it. */
  of: readonly RecordType[];
}

const column = (label: string, key: string, codec: Codec, ...of: RecordType[]): RecordColumn => ({
  label,
  key,
  codec,
  of,
});

/** The id of the list that an item is on; not a field of the item. */
export const LIST_COLUMN = '所属清单';

/** Every field of the schema; a test holds this to it. */
export const RECORD_COLUMNS: readonly RecordColumn[] = [
  column('编号', 'id', 'text', '文件', '清单', '事项', '条款'),
  column('序号', 'no', 'number', '事项'),
  column('标题', 'title', 'text', '文件'),
  column('题名由来', 'titleIs', 'text', '文件'),
  column('版本', 'edition', 'text', '文件'),
  column('清单名称', 'name', 'text', '清单'),
  column('事项名称', 'name', 'text', '事项'),
  column('条款主题', 'topic', 'text', '条款'),
  column('清单种类', 'kind', 'text', '清单', '事项'),
  column('主题', 'subject', 'text', '事项'),
  column('所属事项', 'matter', 'text', '事项', '条款'),
  column('可能的事项', 'likely', 'json', '事项'),
  column('只适用于', 'committee', 'text', '文件', '清单', '事项', '条款'),
  column('说明', 'summary', 'text', '事项', '条款'),
  column('设定依据', 'basis', 'text', '事项'),
  column('责任部门', 'department', 'text', '事项'),
  column('去哪办', 'route', 'text', '事项'),
  column('去哪办出处', 'routeSource', 'text', '事项'),
  column('别名', 'aliases', 'lines', '事项', '条款'),
  column('出处', 'locator', 'text', '清单', '事项', '条款'),
  column('应有项数', 'declaredCount', 'number', '清单'),
  column('说的是谁', 'about', 'text', '清单'),
  column('身份', 'capacity', 'text', '事项'),
  column('例外', 'exceptions', 'json', '事项'),
  column('适用', 'appliesTo', 'text', '条款'),
  column('缺口', 'gap', 'text', '清单', '事项', '条款'),
  column('所出法律', 'law', 'json', '事项', '条款'),
  column('依据程度', 'evidence', 'text', '文件', '事项', '条款'),
  column('效力', 'status', 'text', '文件', '事项', '条款'),
  column('地区', 'region', 'text', '文件', '清单', '事项', '条款'),
  column('施行日期', 'effectiveFrom', 'text', '文件', '事项', '条款'),
  column('失效日期', 'effectiveTo', 'text', '文件', '事项', '条款'),
  column('日期不详', 'dateUnknown', 'text', '文件', '事项', '条款'),
  column('网址', 'url', 'text', '事项', '条款'),
  column('发文机关', 'issuer', 'text', '文件'),
  column('文号', 'number', 'text', '文件'),
  column('文种', 'type', 'text', '文件'),
  column('成文日期', 'issuedOn', 'text', '文件'),
  column('被替代为', 'replacedBy', 'text', '文件'),
  column('来源', 'sources', 'lines', '文件'),
  column('编者说明', 'note', 'text', '文件'),
];

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
