import type { FileContent } from '#documents/content.js';
import { writeCsv, writeWorkbook } from '#documents/write.js';
import { QingdanError } from '#errors.js';
import { KIND_TITLES } from '../kinds.js';
import { type Choosable, checkedChoices, type WrittenChoice } from './checked-choices.js';
import type { Choices, JoinedRow } from './joined-row.js';
import type { Proposal } from './joiner.js';

const ROW = '条目编号';
const KIND = '清单种类';
const NAME = '事项名称';
const CHOSEN = '选定事项';
/** Proposals of a row that are written. */
const PROPOSED = 3;
const proposalColumns = (n: number) => [`建议${n}`, `建议${n}编号`, `把握${n}`] as const;

/** Why a row stands in the file, the open ones first, for the clerk to look at these. */
const ORDER: Readonly<Record<JoinedRow['by'], number>> = { open: 0, new: 1, sure: 2, before: 3, chosen: 4 };

/**
 * The rows of a dry run as a table to choose in: 选定事项 is filled where the matter is settled and blank where it is
 * open. A clerk writes a matter's id or name, 1, 2 or 3 for a proposal, or 新. By its name .xlsx, else comma-separated.
 */
export async function writeMattersFile(rows: readonly JoinedRow[], name: string): Promise<Uint8Array> {
  const header = [ROW, KIND, NAME, CHOSEN, ...[1, 2, 3].flatMap(proposalColumns)];
  const sorted = [...rows].sort((a, b) => ORDER[a.by] - ORDER[b.by]);
  const body = sorted.map((row) => [
    row.id,
    KIND_TITLES[row.kind],
    row.name,
    settled(row),
    ...proposed(row.proposals),
  ]);
  const table = [header, ...body];
  return /\.xlsx$/iu.test(name) ? writeWorkbook([{ name: CHOSEN, rows: table }]) : writeCsv(table);
}

const settled = ({ by, matter }: JoinedRow) => (by === 'new' ? 'new' : (matter ?? ''));

function proposed(proposals: readonly Proposal[]): string[] {
  return Array.from({ length: PROPOSED }, (_, i) => proposals[i]).flatMap((one) =>
    one === undefined ? ['', '', ''] : [one.name, one.matter, percent(one.confidence)],
  );
}

/** A probability as people read it. */
export const percent = (confidence: number) => `${Math.round(confidence * 100)}%`;

/**
 * What a clerk chose, from a table as `writeMattersFile` writes it, or of two columns: id of a row, matter. A row whose
 * cell is blank is left as it is. @throws QingdanError QD-IMPORT as `checkedChoices` does, and where nothing is chosen
 */
export function readMattersFile(content: FileContent, choosable: Choosable): Choices {
  const choices = checkedChoices(
    linesOf(content).filter(({ written }) => written !== ''),
    choosable,
  );
  if (choices.size > 0) return choices;
  throw new QingdanError('QD-IMPORT', `--matters 文件里没有选定任何事项，请在“${CHOSEN}”一列填写`);
}

function linesOf({ blocks }: FileContent): WrittenChoice[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'table') return [];
    const rows = block.rows.map(({ cells }) => cells.map((cell) => cell.trim()));
    const at = rows.findIndex((cells) => cells.includes(ROW) && cells.includes(CHOSEN));
    const header = rows[at] ?? [ROW, CHOSEN];
    const column = (name: string) => header.indexOf(name);
    return rows.slice(at + 1).flatMap((cells): WrittenChoice[] => {
      const id = cells[column(ROW)] ?? '';
      const proposals = [1, 2, 3].map((n) => cells[column(`建议${n}编号`)] ?? '');
      return id === '' ? [] : [{ id, written: cells[column(CHOSEN)] ?? '', proposals }];
    });
  });
}
