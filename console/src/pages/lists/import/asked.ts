import type { ListKind } from '#catalogue/schema.js';
import type { ImportSetting } from '#importing/extracted.js';
import type { Field } from '#importing/field-names.js';
import type { ImportSeen, RowPlanned } from '#importing/seen.js';

/** What whoever imports says of a file, as the API takes it; what isn't said is looked for in the file. */
export interface Asked {
  region?: string;
  document?: string;
  title?: string;
  number?: string;
  issuer?: string;
  issued?: string;
  from?: string;
  skipBadRows?: boolean;
  kinds: readonly { part: string; kind: ListKind }[];
  columns: readonly { signature?: string; column: string; field: Field | null }[];
}
export const NOTHING_SAID: Asked = { kinds: [], columns: [] };

export const PATH = '/api/v1/imports';

/** Matters chosen by row: a row is told by its place, since its id may change with what is said of its list. */
export type Chosen = ReadonlyMap<string, MatterChosen>;
export interface MatterChosen {
  /** `new`: one of the office's own. */
  matter: string;
  name: string;
}
export const keyOf = ({ place, name, id }: Pick<RowPlanned, 'place' | 'name' | 'id'>): string =>
  place === null ? id : `${place.part} ${place.line} ${name}`;

/** The form of a file, for a trial, or with what was looked at for publishing it. */
export function formOf(file: File, asked: Asked, publish?: { plan: ImportSeen; chosen: Chosen }): FormData {
  const form = new FormData();
  const choices = publish && choicesOf(publish);
  form.set('asked', JSON.stringify({ ...said(asked), ...(choices && { choices }) }));
  if (publish !== undefined) form.set('seen', publish.plan.seen);
  form.set('file', file, file.name);
  return form;
}

const said = (asked: Asked): object =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined && value !== ''));

const choicesOf = ({ plan, chosen }: { plan: ImportSeen; chosen: Chosen }): Record<string, string> =>
  Object.fromEntries(
    plan.rows.flatMap((row): [string, string][] => {
      const choice = chosen.get(keyOf(row));
      return choice === undefined ? [] : [[row.id, choice.matter]];
    }),
  );

/** Where on this page a finding is settled. */
export const WHERE: Readonly<Record<ImportSetting, string>> = {
  kind: '请在“认成了什么”里选对清单种类',
  columns: '请在“认成了什么”里写明是哪一列',
  region: '请在“这份文件”里写明地区',
  document: '请在“这份文件”里选要更新哪一份，或者改地区',
  dates: '请在“这份文件”里补上成文日期或施行日期',
};
