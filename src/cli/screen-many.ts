import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Screener } from '#answer/index.js';
import { clauseTable, documentTable, type ScreenedDocument } from '#answer/report/index.js';
import { BUNDLE_LIMITS, type BundledFile, unbundle } from '#documents/bundle.js';
import { plainText } from '#documents/content.js';
import { READABLE } from '#documents/format.js';
import { readFileContent } from '#documents/read.js';
import { writeWorkbook } from '#documents/write.js';
import { QingdanError, shown } from '#errors.js';
import { table } from '#text/table.js';
import { readBytes } from './import-file.js';
import { currentAssistant } from './knowledge.js';
import { print, printJson } from './output.js';
import { writeFileNamed } from './output-file.js';
import { createProgressBar } from './progress-bar.js';

interface ManyOptions {
  json?: true;
  out?: string;
  region?: string;
  date?: string;
}

const READ = new RegExp(`\\.(?:${READABLE.join('|')})$`, 'iu');
/** Hidden files, and what Office leaves beside an open document. */
const SKIPPED = /^(?:\.|~\$)/u;

/** Whether a path names several documents: a folder, or a zip. */
export function isMany(path: string): boolean {
  return (
    path !== '-' &&
    (/\.zip$/iu.test(path) || (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false))
  );
}

/** Screens a folder or a zip of documents in one go: what each asks of the committee, and what is to be amended. @throws QingdanError QD-INPUT, QD-FILE… */
export async function screenMany(path: string, { json, out, region, date }: ManyOptions): Promise<void> {
  if (out !== undefined && !/\.xlsx$/iu.test(out)) {
    throw new QingdanError(
      'QD-INPUT',
      `一批文件的汇总写成表格，请用 .xlsx 结尾，「${shown(basename(out))}」不是`,
    );
  }
  const { screener } = await currentAssistant();
  const documents: ScreenedDocument[] = [];
  const bar = createProgressBar();
  const files = /\.zip$/iu.test(path) ? await zipped(path) : inFolder(path);
  try {
    for (const [i, file] of files.entries()) {
      bar.update(`正在研判 ${shown(basename(file.name))}`, i, files.length);
      documents.push(await screenOne(file, screener, { region, date }));
    }
  } finally {
    bar.end();
  }
  if (out !== undefined) writeFileNamed(out, await workbook(documents));
  if (json) printJson({ documents });
  else print([table(documentTable(documents)), '', summary(documents, out)].join('\n'));
}

type NamedBytes = { name: string; bytes: () => Uint8Array };

async function zipped(path: string): Promise<NamedBytes[]> {
  const files: BundledFile[] = await unbundle(readBytes(path));
  return files.map(({ name, bytes }) => ({ name, bytes: () => bytes }));
}

function inFolder(root: string): NamedBytes[] {
  const files: NamedBytes[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (SKIPPED.test(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) files.push({ name: relative(root, path), bytes: () => readBytes(path) });
      if (files.length > BUNDLE_LIMITS.files) {
        throw new QingdanError('QD-FILE-LIMIT', `文件夹里的文件超过 ${BUNDLE_LIMITS.files} 个，请分批研判`);
      }
    }
  };
  walk(root);
  if (files.length === 0) throw new QingdanError('QD-INPUT', `文件夹「${shown(root)}」里没有文件`);
  return files;
}

async function screenOne(
  { name, bytes }: NamedBytes,
  screener: Screener,
  options: { region: string | undefined; date: string | undefined },
): Promise<ScreenedDocument> {
  try {
    if (!READ.test(name)) return { name, problem: '不读这种文件' };
    const text = plainText(await readFileContent(bytes(), basename(name)));
    const steps = screener.steps(text, { source: name, ...options });
    for (;;) {
      const step = steps.next();
      if (step.done) return { name, screening: step.value };
      await new Promise((resolve) => setImmediate(resolve));
    }
  } catch (error) {
    // What one document lacks doesn't stop the others; a setting that is wrong stops them all.
    if (error instanceof QingdanError && error.code !== 'QD-REGION' && error.code !== 'QD-DATE') {
      return { name, problem: error.message };
    }
    throw error;
  }
}

const workbook = (documents: readonly ScreenedDocument[]): Promise<Uint8Array> =>
  writeWorkbook([
    {
      name: '文件汇总',
      rows: documentTable(documents),
      widths: [36, 40, 22, 24, 10, 10, 10, 40],
      printed: true,
    },
    {
      name: '逐条修改意见',
      rows: clauseTable(documents),
      widths: [30, 32, 6, 44, 18, 26, 50, 40],
      printed: true,
    },
  ]);

function summary(documents: readonly ScreenedDocument[], out: string | undefined): string {
  const failed = documents.filter((document) => 'problem' in document).length;
  const where = out === undefined ? '加 --out 汇总.xlsx 可得到逐条的修改意见' : `逐条的修改意见已写入 ${out}`;
  return `共 ${documents.length} 份文件${failed === 0 ? '' : `，${failed} 份没有研判`}；${where}。`;
}
