import { basename } from 'node:path';
import type { Command } from 'commander';
import { documentTitle } from '#catalogue/citation.js';
import { clauseAt } from '#catalogue/clauses.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { Document } from '#catalogue/schema.js';
import { plainText } from '#documents/content.js';
import { QingdanError, shown } from '#errors.js';
import { AS_OPTION, listActFor } from './actor.js';
import { readWithProgress } from './import-file.js';
import { plainKnowledge } from './knowledge.js';
import { print } from './output.js';
import { withStorage } from './storage.js';

/** `qingdan kb attach DOC FILE`: the full text of a document, from which answers quote the clause they cite. */
export function registerKbAttach(kb: Command): void {
  kb.command('attach')
    .description('附上一份文件的全文（.docx、.pdf、.txt），回答时引用原文条款')
    .argument('<文件编号>', '如 law-jwh-2025')
    .argument('[文件]', '不写文件而加 --remove 时，取下附过的全文')
    .option('--remove', '取下附过的全文')
    .option(...AS_OPTION)
    .action(async (id: string, file: string | undefined, options: { remove?: true; as?: string }) => {
      const kb = await plainKnowledge();
      const document = kb.documentById.get(id);
      if (document === undefined) {
        throw new QingdanError(
          'QD-ID',
          `知识库里没有文件「${shown(id)}」，用 qingdan kb list --json 查看编号`,
        );
      }
      if (options.remove && file === undefined) await remove(document, kb, options.as);
      else if (!options.remove && file !== undefined) await attach(document, file, kb, options.as);
      else throw new QingdanError('QD-USAGE', '请写要附上的文件，或只加 --remove 取下全文');
    });
}

async function attach(document: Document, file: string, kb: KnowledgeBase, as?: string): Promise<void> {
  const text = plainText(await readWithProgress(file));
  await withStorage(
    async (storage) =>
      storage.texts.attach(document.id, text, await listActFor(storage, kb, as, basename(file))),
    { make: true },
  );
  const { found, total } = locatorsIn(text, document);
  print(
    `已附上${documentTitle(document)}全文 ${text.length} 字；${total} 处出处里有 ${found} 处能在全文中找到`,
  );
}

async function remove(document: Document, kb: KnowledgeBase, as?: string): Promise<void> {
  await withStorage(async (storage) =>
    storage.texts.detach(document.id, await listActFor(storage, kb, as, '取下')),
  );
  print(`已取下${documentTitle(document)}的全文`);
}

function locatorsIn(text: string, document: Document): { found: number; total: number } {
  const rows = [...document.provisions, ...document.lists.flatMap(({ items }) => items)];
  const own = rows.filter(({ law }) => law === undefined).flatMap(({ locator }) => locator ?? []);
  return { found: own.filter((locator) => clauseAt(text, locator) !== null).length, total: own.length };
}
