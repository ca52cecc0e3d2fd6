import type { FileContent } from '#documents/content.js';
import { type SheetToWrite, writeWorkbook } from '#documents/write.js';
import { FIELD_NAMES, type Field } from './field-names.js';
import { KIND_TITLES } from './kinds.js';

/** Sheets of the template that hold no list. */
export const GUIDE_SHEET = '填写说明';
export const METADATA_SHEET = '文件信息';

/** What the template asks of the document. */
export const METADATA_LABELS = {
  title: '标题',
  issuer: '发文机关',
  number: '文号',
  issuedOn: '成文日期',
  effectiveFrom: '施行日期',
  region: '地区',
} as const;
export type Metadata = Partial<Record<keyof typeof METADATA_LABELS, string>>;

const COLUMNS: readonly Field[] = [
  'no',
  'category',
  'name',
  'summary',
  'basis',
  'department',
  'route',
  'aliases',
  'note',
];
const WIDTHS = [8, 16, 36, 40, 36, 20, 24, 30, 20];

const GUIDE = [
  ['清单填写说明'],
  ['1. 先填「文件信息」：标题和地区必填，地区写全称，如 重庆市南岸区；日期写成 2024-05-01。'],
  ['2. 每张清单填一个工作表，用不到的表留空。不要改表头的字；列可以换顺序，也可以加列。'],
  [`3. 每行一个事项，「${FIELD_NAMES.name}」必填，其余没有就空着，不要写“无”。`],
  ['4. 「别名」写群众平常的说法，用顿号隔开，越多越容易问到。'],
  ['5. 填好后先试导入：qingdan kb import 文件.xlsx --dry-run，看过报告再加 --yes 导入。'],
];

/** The blank workbook that `kb template` writes: what to fill in, the document, and a sheet per kind of list. */
export function writeTemplate(): Promise<Uint8Array> {
  const lists = (['autonomy', 'assist', 'negative', 'may-certify', 'must-not-certify'] as const).map(
    (kind): SheetToWrite => ({
      name: KIND_TITLES[kind],
      rows: [COLUMNS.map((field) => FIELD_NAMES[field])],
      widths: WIDTHS,
    }),
  );
  const metadata = Object.values(METADATA_LABELS).map((label) => [label, '']);
  return writeWorkbook([
    { name: GUIDE_SHEET, rows: GUIDE, widths: [100] },
    { name: METADATA_SHEET, rows: [['项目', '填写'], ...metadata], widths: [14, 60] },
    ...lists,
  ]);
}

/** What a filled-in template says of its document; empty for any other file. */
export function metadataOf(content: FileContent): Metadata {
  const metadata: Metadata = {};
  for (const block of content.blocks) {
    if (block.type !== 'table' || block.name !== METADATA_SHEET) continue;
    for (const { cells } of block.rows) {
      const known = Object.entries(METADATA_LABELS).find(([, label]) => label === cells[0]?.trim());
      const value = cells[1]?.trim() ?? '';
      if (known !== undefined && value !== '') metadata[known[0] as keyof Metadata] = value;
    }
  }
  return metadata;
}
