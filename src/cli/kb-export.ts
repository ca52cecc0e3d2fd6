import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import type { Command } from 'commander';
import { documentTitle } from '#catalogue/citation.js';
import { QingdanError, shown } from '#errors.js';
import { writeAtomically } from '#importing/atomic-file.js';
import { EXPORT_FORMATS, type ExportFormat, exportDocument } from '#importing/export.js';
import { documentNamed } from './document-named.js';
import { print } from './output.js';

/** `qingdan kb export ID --out FILE`: a document with its lists; importing the file again gives the same document. */
export function registerKbExport(kb: Command): void {
  kb.command('export')
    .description('导出一份文件和它的清单：.xlsx、.csv 或 .yaml；改过后可再用 kb import 导入')
    .argument('<编号>', '文件或清单的编号，可带版本，如 cq-2019-lists 或 cq-2019-lists@1')
    .option('--out <文件>', '写到哪个文件，默认 编号.xlsx')
    .option('--force', '文件已有时覆盖')
    .action(async (id: string, options: { out?: string; force?: true }) => {
      const { document } = await documentNamed(id);
      const out = options.out ?? `${document.id}.xlsx`;
      const format = formatOf(out);
      refuseExisting(out, options.force ?? false);
      writeAtomically(out, await exportDocument(document, format));
      const items = document.lists.reduce((sum, list) => sum + list.items.length, 0);
      print(`已导出${documentTitle(document)}：${document.lists.length} 张清单、${items} 个事项 → ${out}`);
    });
}

/** @throws QingdanError QD-FILE where the file is there and may not be overwritten */
export function refuseExisting(path: string, force: boolean): void {
  if (force || !existsSync(path)) return;
  throw new QingdanError('QD-FILE', `文件 ${shown(path)} 已有，请换个名字，或加 --force 覆盖`);
}

function formatOf(path: string): ExportFormat {
  const extension = extname(path).slice(1).toLowerCase().replace(/^yml$/, 'yaml');
  const format = EXPORT_FORMATS.find((known) => known === extension);
  if (format !== undefined) return format;
  throw new QingdanError('QD-FILE-TYPE', `不会写「${shown(path)}」这种文件，可用 .xlsx、.csv、.yaml`);
}
