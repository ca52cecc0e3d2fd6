import type { FileContent, Table } from '#documents/content.js';
import { QingdanError } from '#errors.js';
import { headerKeyOf } from '../fields.js';

/** A line of an office's list of regions, as it is written. */
export interface RegionRow {
  /** 表名 第几行. */
  readonly where: string;
  readonly code: string;
  readonly name: string;
  /** Name or code of the level above; empty where the file doesn't say. */
  readonly parent: string;
}

/** Headers by which the columns are known, without blanks and marks. */
const CODES = /^(统计用)?(行政)?(区划|地区|单位|机构)?(代码|编码)$/u;
const NAMES =
  /^(行政)?(区划|地区|单位|机构|乡镇街道|街道乡镇|村社区|社区村|村居|社区|村|街道)?(名称|全称)$|^(村社区|社区村|地区|街道|社区)$/u;
const PARENTS =
  /^(上级|所属|所在|隶属|主管)(行政)?(区划|地区|单位|街道|乡镇|乡镇街道|街道乡镇)?(名称|代码|编码)?$/u;

/** Rows above the header that may hold a title. */
const TITLE_ROWS = 10;

/** The lines of all tables that have a column of codes and one of names. @throws QingdanError QD-REGIONS where there is none */
export function regionRows({ blocks }: FileContent): RegionRow[] {
  const rows = blocks.flatMap((block) => (block.type === 'table' ? rowsOf(block) : []));
  if (rows.length > 0) return rows;
  throw new QingdanError('QD-REGIONS', '没有找到地区清单，请用带表头的表格，列名写“代码”“名称”“上级”');
}

function rowsOf(table: Table): RegionRow[] {
  const cells = table.rows.map((row) => row.cells.map((cell) => cell.trim()));
  const at = cells.slice(0, TITLE_ROWS).findIndex((row) => columnsOf(row) !== null);
  const columns = columnsOf(cells[at] ?? []);
  if (columns === null) return [];
  return cells.slice(at + 1).flatMap((row, i): RegionRow[] => {
    if (row.every((cell) => cell === '')) return [];
    const cell = (column: number) => row[column] ?? '';
    return [
      {
        where: `${table.name} 第 ${table.rows[at + 1 + i]?.line ?? at + 2 + i} 行`,
        code: cell(columns.code).replace(/\s+/gu, ''),
        name: cell(columns.name).replace(/\s+/gu, ''),
        parent: cell(columns.parent).replace(/\s+/gu, ''),
      },
    ];
  });
}

function columnsOf(row: readonly string[]): { code: number; name: number; parent: number } | null {
  const keys = row.map(headerKeyOf);
  const parent = keys.findIndex((key) => PARENTS.test(key));
  const code = keys.findIndex((key, i) => i !== parent && CODES.test(key));
  const name = keys.findIndex((key, i) => i !== parent && NAMES.test(key));
  return code < 0 || name < 0 ? null : { code, name, parent };
}
