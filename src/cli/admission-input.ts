import { extname } from 'node:path';
import { parse } from 'yaml';
import { APPLICATION_FIELDS, type ApplicationDraft, type ApplicationField } from '#admission/application.js';
import { applicationFrom, fieldFrom } from '#admission/form-fields.js';
import { decodeText } from '#documents/encoding.js';
import { QingdanError, shown } from '#errors.js';
import { readBytes, readWithProgress } from './import-file.js';

/** `--set 栏目=内容`, repeatable. */
export const collect = (value: string, values: string[] = []): string[] => [...values, value];

/**
 * What an application says: a form that was filled in (.xlsx, .docx), a .yaml with the form's labels, and single fields
 * on top. @throws QingdanError QD-INPUT, QD-FILE-…
 */
export async function applicationInput(
  file: string | undefined,
  fields: readonly string[],
): Promise<ApplicationDraft> {
  let draft = file === undefined ? {} : await applicationFile(file);
  for (const field of fields) {
    const [, label = '', content = ''] = /^([^=＝]+)[=＝]([\s\S]*)$/u.exec(field) ?? [];
    draft = { ...draft, ...fieldFrom(fieldNamed(label.trim(), field), content) };
  }
  return draft;
}

async function applicationFile(file: string): Promise<ApplicationDraft> {
  if (/^\.(ya?ml|json)$/i.test(extname(file))) {
    const content: unknown = parse(decodeText(readBytes(file)));
    if (typeof content !== 'object' || content === null) {
      throw new QingdanError('QD-INPUT', `「${shown(file)}」里没有栏目，请写成“栏目: 内容”`);
    }
    return applicationFrom(
      Object.entries(content).map(([label, value]) => [
        label,
        Array.isArray(value) ? value.join('、') || '无' : String(value ?? ''),
      ]),
    );
  }
  const { blocks } = await readWithProgress(file);
  const rows = blocks.flatMap((block) =>
    block.type === 'table' ? block.rows.map(({ cells }) => cells) : [],
  );
  return applicationFrom(rows);
}

function fieldNamed(label: string, given: string): ApplicationField {
  const entry = Object.entries(APPLICATION_FIELDS).find(([id, name]) => id === label || name === label);
  if (entry !== undefined) return entry[0] as ApplicationField;
  const names = Object.values(APPLICATION_FIELDS).join('、');
  throw new QingdanError('QD-INPUT', `「${shown(given)}」不对，请写 栏目=内容，栏目有：${names}`);
}
