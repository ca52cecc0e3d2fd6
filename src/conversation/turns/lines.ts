import { QingdanError, shown } from '#errors.js';
import type { TextFile } from '#text/yaml.js';
import { TURN_KINDS, type TurnKind, type TurnLine } from './kinds.js';

const isKind = (word: string): word is TurnKind => (TURN_KINDS as readonly string[]).includes(word);

/**
 * The lines of one .tsv file of knowledge/turns: kind, tab, message. Empty lines and lines that start with # are passed
 * over. @throws QingdanError QD-KNOWLEDGE for a line that isn't a known kind and a message
 */
export function parseTurnLines({ path, text }: TextFile): TurnLine[] {
  const lines: TurnLine[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [kind = '', said = '', ...others] = line.split('\t');
    if (!isKind(kind) || said.trim() === '' || others.length > 0) {
      const where = `${path} 第 ${index + 1} 行`;
      throw new QingdanError(
        'QD-KNOWLEDGE',
        `${where}应是「类别、一个制表符、一句话」，不是「${shown(line)}」`,
      );
    }
    lines.push({ kind, text: said.trim() });
  }
  return lines;
}
