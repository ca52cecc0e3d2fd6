import { basename } from 'node:path';
import type { Command } from 'commander';
import { importFolder } from '../app/files.js';
import { readKnowledge } from '../app/open.js';
import type { Document } from '../catalogue/schema.js';
import { plainText } from '../documents/content.js';
import { QingdanError, shown } from '../errors.js';
import { clauseAt } from '../importing/clauses.js';
import { createFullTexts } from '../importing/full-texts.js';
import { readWithProgress } from './import-file.js';
import { print } from './output.js';

/** `qingdan kb attach DOC FILE`: the full text of a document, from which answers quote the clause they cite. */
export function registerKbAttach(kb: Command): void {
  kb.command('attach')
    .description('附上一份文件的全文（.docx、.pdf、.txt），回答时引用原文条款')
    .argument('<文件编号>', '如 law-jwh-2025')
    .argument('<文件>')
    .action(async (id: string, file: string) => {
      const document = readKnowledge().documentById.get(id);
      if (document === undefined) {
        throw new QingdanError(
          'QD-ID',
          `知识库里没有文件「${shown(id)}」，用 qingdan kb list --json 查看编号`,
        );
      }
      const text = plainText(await readWithProgress(file));
      const at = new Date().toISOString();
      createFullTexts(importFolder()).attach({ documentId: id, fileName: basename(file), at, text });
      const { found, total } = locatorsIn(text, document);
      print(
        `已附上《${document.title}》全文 ${text.length} 字；${total} 处出处里有 ${found} 处能在全文中找到`,
      );
    });
}

function locatorsIn(text: string, document: Document): { found: number; total: number } {
  const rows = [...document.provisions, ...document.lists.flatMap(({ items }) => items)];
  const own = rows.filter(({ law }) => law === undefined).map(({ locator }) => locator);
  return { found: own.filter((locator) => clauseAt(text, locator) !== null).length, total: own.length };
}
