import type { MatterLibrary } from '#catalogue/matters/load.js';
import { isOfficeMatter } from '#catalogue/office.js';
import type { ListKind } from '#catalogue/schema.js';
import { QingdanError, shown } from '#errors.js';
import { KIND_TITLES } from '../kinds.js';
import type { Choices } from './joined-row.js';
import { mayJoin } from './sorts.js';

/** What a clerk writes for a row on no matter of the library. */
const NEW = /^(new|新|新增|新事项|无)$/iu;

/** A row that a choice may be made for. */
export interface ChoosableRow {
  readonly id: string;
  readonly kind: ListKind;
}

/** What somebody chose for a row, as it was written. */
export interface WrittenChoice {
  readonly id: string;
  /** Id or name of a matter, 1 to 3 for a proposal, or 新. */
  readonly written: string;
  /** Ids of the proposals that stood beside it, where some did. */
  readonly proposals?: readonly string[];
}

/** What choices are held against. */
export interface Choosable {
  readonly rows: readonly ChoosableRow[];
  readonly library: MatterLibrary;
  /** Matters that the office has made itself. */
  readonly office: ReadonlySet<string>;
}

/** The matters chosen for rows. @throws QingdanError QD-IMPORT for a row or a matter that isn't known, or a matter of another sort */
export function checkedChoices(
  written: readonly WrittenChoice[],
  { rows, library, office }: Choosable,
): Choices {
  const kinds = new Map(rows.map(({ id, kind }) => [id, kind]));
  const choices = new Map<string, string>();
  for (const choice of written) {
    const { id } = choice;
    const kind = kinds.get(id);
    if (kind === undefined) throw refused(`没有「${shown(id)}」这一行，条目编号要与导入报告里的一致`);
    const matter = matterOf(choice, library, office);
    if (matter === null) {
      throw refused(
        `「${shown(id)}」选的「${shown(choice.written)}」不是事项库里的事项，用 qingdan kb list --matters 查看，新事项写“新”`,
      );
    }
    const described = library.byId.get(matter);
    if (described !== undefined && !mayJoin(kind, described)) {
      throw refused(`「${shown(id)}」在${KIND_TITLES[kind]}上，不能归入「${described.name}」，请另选一个`);
    }
    if (choices.has(id)) throw refused(`「${shown(id)}」写了两次，请删去一行`);
    choices.set(id, matter);
  }
  return choices;
}

const refused = (message: string) => new QingdanError('QD-IMPORT', `选定事项：${message}`);

function matterOf(
  { written, proposals = [] }: WrittenChoice,
  library: MatterLibrary,
  office: ReadonlySet<string>,
): string | null {
  if (NEW.test(written)) return 'new';
  const id = /^[123]$/u.test(written) ? (proposals[Number(written) - 1] ?? '') : written;
  if (library.byId.has(id) || (isOfficeMatter(id) && office.has(id))) return id;
  const named = library.all.filter(({ name }) => name === id);
  return named.length === 1 ? (named[0]?.id ?? null) : null;
}
