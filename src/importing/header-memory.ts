import { join } from 'node:path';
import { z } from 'zod';
import { QingdanError } from '#errors.js';
import { readIfThere, writeAtomically } from './atomic-file.js';
import { FIELDS, type Field } from './field-names.js';
import type { ColumnChoice } from './header.js';

/** Corrected header mappings, so that next month's workbook of the same layout needs no correction. */
export interface HeaderMemory {
  recall(signature: string): ColumnChoice | null;
  remember(signature: string, choice: ColumnChoice): void;
}

const schema = z.record(z.string(), z.record(z.string().regex(/^\d+$/), z.enum(FIELDS).nullable()));

/** Header mappings in a file of the data folder. @throws QingdanError QD-VERSIONS where it is damaged */
export function createHeaderMemory(folder: string): HeaderMemory {
  const path = join(folder, 'header-mappings.json');
  const load = (): z.infer<typeof schema> => {
    const text = readIfThere(path);
    if (text === null) return {};
    try {
      return schema.parse(JSON.parse(text));
    } catch (cause) {
      throw new QingdanError('QD-VERSIONS', `记住的表头对应 ${path} 已损坏，请删去这个文件后重试`, { cause });
    }
  };
  return {
    recall: (signature) => {
      const known = load();
      const choice = Object.hasOwn(known, signature) ? known[signature] : undefined;
      if (choice === undefined) return null;
      return new Map(
        Object.entries(choice).map(([column, field]): [number, Field | null] => [Number(column), field]),
      );
    },
    remember: (signature, choice) => {
      const known = { ...load(), [signature]: Object.fromEntries(choice) };
      writeAtomically(path, JSON.stringify(known, null, 1));
    },
  };
}
