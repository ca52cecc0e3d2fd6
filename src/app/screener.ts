import { join } from 'node:path';
import { createScreener, parseScreeningLexicon, type Screener } from '../screening/index.js';
import type { Assistant } from './assistant.js';
import { knowledgeFolder, readTextFile } from './files.js';

/**
 * The screener that judges by an assistant's lists.
 * @param today YYYY-MM-DD; the day whose rules hold where none is asked for
 * @param folder knowledge folder. Default: QINGDAN_KNOWLEDGE, else the one that ships with the package
 * @throws QingdanError QD-FILE, QD-YAML, QD-SCHEMA
 */
export function openScreener(
  assistant: Pick<Assistant, 'kb' | 'decide'>,
  today: string,
  folder?: string,
): Screener {
  const path = join(knowledgeFolder(folder), 'lexicon', 'screening.yaml');
  const lexicon = parseScreeningLexicon(readTextFile(path, 'lexicon/screening.yaml'));
  return createScreener({ decider: assistant, kb: assistant.kb, lexicon, today });
}
