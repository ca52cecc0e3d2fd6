import type { FileContent } from '#documents/content.js';
import { QingdanError, shown } from '#errors.js';
import { extractLists } from '#importing/extract.js';

/** Tables, and rows of each, that show what a workbook is. */
const TABLES = 5;
const ROWS = 60;

/**
 * Refuses a list of items that somebody sends as if it were a notice: its rows would be screened as tasks.
 * @throws QingdanError QD-FILE-TYPE
 */
export function refuseList(content: FileContent, name: string): void {
  if (content.format !== 'xlsx' && content.format !== 'csv') return;
  const blocks = content.blocks
    .slice(0, TABLES)
    .map((block) => (block.type === 'table' ? { ...block, rows: block.rows.slice(0, ROWS) } : block));
  const { lists } = extractLists({ format: content.format, blocks });
  if (!lists.some(({ rows }) => rows.length > 1)) return;
  throw new QingdanError(
    'QD-FILE-TYPE',
    `「${shown(name)}」像是一张清单，不是通知，没有研判。清单请交给维护者用 qingdan kb import 导入；要研判通知，请发 Word、WPS、PDF、OFD 或文字文件`,
  );
}
