import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { QingdanError } from '../errors.js';
import { readIfThere, writeAtomically } from './atomic-file.js';

const schema = z.strictObject({
  documentId: z.string(),
  fileName: z.string(),
  /** ISO 8601 in UTC. */
  at: z.string(),
  text: z.string(),
});

/** The full text of a document, as an office attached it. */
export type FullText = z.infer<typeof schema>;

/** Full texts by document. */
export interface FullTexts {
  attach(text: FullText): void;
  read(documentId: string): FullText | null;
  list(): string[];
}

/** Full texts as files `texts/<document id>.json` of the data folder's `knowledge`. @throws QingdanError QD-VERSIONS */
export function createFullTexts(folder: string): FullTexts {
  const pathOf = (documentId: string): string => join(folder, 'texts', `${documentId}.json`);
  return {
    attach: (text) => writeAtomically(pathOf(text.documentId), JSON.stringify(text, null, 1)),
    read: (documentId) => {
      if (!/^[a-z0-9-]+$/.test(documentId)) return null;
      const text = readIfThere(pathOf(documentId));
      if (text === null) return null;
      try {
        return schema.parse(JSON.parse(text));
      } catch (cause) {
        throw new QingdanError(
          'QD-VERSIONS',
          `文件全文 ${pathOf(documentId)} 已损坏，请重新执行 qingdan kb attach`,
          {
            cause,
          },
        );
      }
    },
    list: () => {
      try {
        const names = readdirSync(join(folder, 'texts'));
        return names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
      } catch {
        // No text was ever attached.
        return [];
      }
    },
  };
}
