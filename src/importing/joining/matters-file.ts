import type { MatterLibrary } from '#catalogue/matters/load.js';
import { isOfficeMatter } from '#catalogue/office.js';
import type { ListKind } from '#catalogue/schema.js';
import type { FileContent } from '#documents/content.js';
import { writeCsv, writeWorkbook } from '#documents/write.js';
import { QingdanError, shown } from '#errors.js';
import { KIND_TITLES } from '../kinds.js';
import type { Choices, JoinedRow } from './joined-row.js';
import type { Proposal } from './joiner.js';
import { sortOfKind, sortOfMatter } from './sorts.js';

const ROW = '条目编号';
const KIND = '清单种类';
const NAME = '事项名称';
const CHOSEN = '选定事项';
/** Proposals of a row that are written. */
const PROPOSED = 3;
const proposalColumns = (n: number) => [`建议${n}`, `建议${n}编号`, `把握${n}`] as const;
/** What a clerk writes for a row on no matter of the library. */
const NEW = /^(new|新|新增|新事项|无)$/iu;

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

/** A row that a choice may be made for. */
export interface ChoosableRow {
  readonly id: string;
  readonly kind: ListKind;
}

/**
 * What a clerk chose, from a table as `writeMattersFile` writes it, or of two columns: id of a row, matter. A row whose
 * cell is blank is left as it is.
 * @param office matters that the office has made itself
 * @throws QingdanError QD-IMPORT for a row or a matter that isn't known, or a matter of another sort
 */
export function readMattersFile(
  content: FileContent,
  rows: readonly ChoosableRow[],
  library: MatterLibrary,
  office: ReadonlySet<string>,
): Choices {
  const kinds = new Map(rows.map(({ id, kind }) => [id, kind]));
  const choices = new Map<string, string>();
  for (const { id, written, proposals } of linesOf(content)) {
    if (written === '') continue;
    const kind = kinds.get(id);
    if (kind === undefined) throw refused(`没有「${shown(id)}」这一行，条目编号要与导入报告里的一致`);
    const matter = matterOf(written, proposals, library, office);
    if (matter === null) {
      throw refused(
        `「${shown(id)}」选的「${shown(written)}」不是事项库里的事项，用 qingdan kb list --matters 查看，新事项写“新”`,
      );
    }
    const described = library.byId.get(matter);
    if (described !== undefined && sortOfMatter(described) !== sortOfKind(kind)) {
      throw refused(`「${shown(id)}」在${KIND_TITLES[kind]}上，不能归入「${described.name}」，请另选一个`);
    }
    if (choices.has(id)) throw refused(`「${shown(id)}」写了两次，请删去一行`);
    choices.set(id, matter);
  }
  if (choices.size === 0) throw refused(`文件里没有选定任何事项，请在“${CHOSEN}”一列填写`);
  return choices;
}

const refused = (message: string) => new QingdanError('QD-IMPORT', `--matters 文件：${message}`);

interface Line {
  id: string;
  written: string;
  /** Ids of the proposals that stand beside it. */
  proposals: readonly string[];
}

function linesOf({ blocks }: FileContent): Line[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'table') return [];
    const rows = block.rows.map(({ cells }) => cells.map((cell) => cell.trim()));
    const at = rows.findIndex((cells) => cells.includes(ROW) && cells.includes(CHOSEN));
    const header = rows[at] ?? [ROW, CHOSEN];
    const column = (name: string) => header.indexOf(name);
    return rows.slice(at + 1).flatMap((cells): Line[] => {
      const id = cells[column(ROW)] ?? '';
      const proposals = [1, 2, 3].map((n) => cells[column(`建议${n}编号`)] ?? '');
      return id === '' ? [] : [{ id, written: cells[column(CHOSEN)] ?? '', proposals }];
    });
  });
}

function matterOf(
  written: string,
  proposals: readonly string[],
  library: MatterLibrary,
  office: ReadonlySet<string>,
): string | null {
  if (NEW.test(written)) return 'new';
  const id = /^[123]$/u.test(written) ? (proposals[Number(written) - 1] ?? '') : written;
  if (library.byId.has(id) || (isOfficeMatter(id) && office.has(id))) return id;
  const named = library.all.filter(({ name }) => name === id);
  return named.length === 1 ? (named[0]?.id ?? null) : null;
}
