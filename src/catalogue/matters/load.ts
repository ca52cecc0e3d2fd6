import { QingdanError } from '#errors.js';
import { readYaml, type TextFile } from '#text/yaml.js';
import { type Matter, mattersFileSchema } from './schema.js';

/** The matters of a knowledge folder, in the order of its files. */
export interface MatterLibrary {
  readonly all: readonly Matter[];
  readonly byId: ReadonlyMap<string, Matter>;
}

/** The matters of one file of knowledge/matters. @throws QingdanError QD-YAML, QD-SCHEMA */
export function parseMatters(file: TextFile): Matter[] {
  return readYaml(file, mattersFileSchema).matters;
}

/** The library of matters already parsed. @throws QingdanError QD-KNOWLEDGE for an id given twice or an `unlike`, `within` or `under` to nothing */
export function createMatters(all: readonly Matter[]): MatterLibrary {
  const byId = new Map<string, Matter>();
  for (const matter of all) {
    if (byId.has(matter.id)) {
      throw new QingdanError('QD-KNOWLEDGE', `事项编号 ${matter.id} 用了两次，请换一个编号`);
    }
    byId.set(matter.id, matter);
  }
  for (const { id, unlike, within, under } of all) {
    const wider = within === undefined ? under : [within, ...under];
    const named = [...unlike.map(({ matter }) => matter), ...wider];
    const lost = named.find((matter) => !byId.has(matter));
    if (lost !== undefined) {
      throw new QingdanError(
        'QD-KNOWLEDGE',
        `事项 ${id} 的 unlike、within 或 under 指向的 ${lost} 不存在，请改正`,
      );
    }
  }
  return { all, byId };
}
