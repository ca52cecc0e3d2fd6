import { QingdanError, shown } from '#errors.js';
import type { TextFile } from '#text/yaml.js';

/** What a question is about that is nobody's matter: a paper or task on no list, other talk, too little said. */
export const NOBODYS = ['none:certificate', 'none:task', 'none:offtopic', 'none:vague'] as const;
export type Nobodys = (typeof NOBODYS)[number];

/** One line of knowledge/wordings: how somebody puts a matter. */
export interface Wording {
  /** Id of a matter, or one of `NOBODYS`. */
  readonly matter: string;
  readonly text: string;
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/**
 * The wordings of one .tsv file, one a line: matter, tab, question. Empty lines and lines that start with # are passed
 * over. @throws QingdanError QD-KNOWLEDGE for a line that isn't a matter and a question
 */
export function parseWordings({ path, text }: TextFile): Wording[] {
  const wordings: Wording[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [matter = '', question = '', ...others] = line.split('\t');
    if (matter.trim() === '' || question.trim() === '' || others.length > 0) {
      const where = `${path} 第 ${index + 1} 行`;
      throw new QingdanError(
        'QD-KNOWLEDGE',
        `${where}应是「事项编号、一个制表符、问法」，不是「${shown(line)}」`,
      );
    }
    wordings.push({ matter, text: question.trim(), path, line: index + 1 });
  }
  return wordings;
}

/** Wordings by matter, in the order of the files. */
export function byMatter(wordings: readonly Wording[]): ReadonlyMap<string, readonly Wording[]> {
  const found = new Map<string, Wording[]>();
  for (const wording of wordings) {
    const known = found.get(wording.matter);
    if (known === undefined) found.set(wording.matter, [wording]);
    else known.push(wording);
  }
  return found;
}
