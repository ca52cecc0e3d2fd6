import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { checkSheet, type LineToCheck } from '#documents/check-sheet.js';
import { writeWorkbook } from '#documents/write.js';
import { QingdanError, shown } from '#errors.js';
import { isInstalled, OCR_PACKAGES, recognise, recognitionFolder } from '#recognition/recogniser.js';
import { readBytes } from './import-file.js';
import { print } from './output.js';
import { writeFileNamed } from './output-file.js';
import { createProgressBar } from './progress-bar.js';

const PICTURE = /\.(?:png|jpe?g|bmp|webp)$/iu;

/** `qingdan ocr`: photos and scans become lines that a person checks, before anything else takes them. */
export function registerOcr(program: Command): void {
  program
    .command('ocr')
    .description('识别图片里的文字，写成核对表；逐行核对以后才能导入或研判')
    .argument('[图片...]', '.png、.jpg 图片，按页的次序')
    .option('--out <文件>', '核对表，以 .xlsx 结尾', '核对表.xlsx')
    .option('--install', '安装文字识别（可选部分，约 70 MB，用 npm 安装一次，以后不用网络）')
    .action(async (pictures: string[], { out, install }: { out: string; install?: true }) => {
      const folder = recognitionFolder();
      if (install) {
        await installInto(folder);
        print(`文字识别已装在 ${folder}`);
        return;
      }
      if (pictures.length === 0)
        throw new QingdanError('QD-USAGE', '请写上要识别的图片，或用 --install 安装');
      const wrong = pictures.find((picture) => !PICTURE.test(picture));
      if (wrong !== undefined) {
        throw new QingdanError(
          'QD-FILE-TYPE',
          `「${shown(basename(wrong))}」不是图片；扫描的 PDF 请先逐页存成 .png 或 .jpg`,
        );
      }
      if (!/\.xlsx$/iu.test(out)) throw new QingdanError('QD-INPUT', '核对表请用 .xlsx 结尾');
      if (!isInstalled(folder)) {
        throw new QingdanError('QD-CONFIG', '还没有装文字识别，请先运行 qingdan ocr --install');
      }
      const lines: LineToCheck[] = [];
      const bar = createProgressBar();
      try {
        for (const [i, picture] of pictures.entries()) {
          bar.update(`正在识别 ${shown(basename(picture))}`, i, pictures.length);
          lines.push(...(await recognise(readBytes(picture), folder)));
        }
      } finally {
        bar.end();
      }
      writeFileNamed(out, await writeWorkbook([checkSheet(lines)]));
      print(
        `认出 ${lines.length} 行，写入 ${out}。识别会有错，漏一个“不”字意思就反了：请对着原件逐行改正，在“已核对”一列填“是”，再用 qingdan screen 或 qingdan kb import 读这份核对表。`,
      );
    });
}

/** Installs the optional parts with npm. @throws QingdanError QD-CONFIG */
function installInto(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "name": "qingdan-ocr", "private": true }\n');
  return new Promise((resolve, reject) => {
    const npm = spawn(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', ...OCR_PACKAGES],
      {
        cwd: folder,
        stdio: ['ignore', 'inherit', 'inherit'],
        shell: process.platform === 'win32',
      },
    );
    const failed = (cause?: unknown) =>
      new QingdanError('QD-CONFIG', '文字识别没有装上，请检查 npm 和网络后再试', { cause });
    npm.once('error', (cause) => reject(failed(cause)));
    npm.once('exit', (code) => (code === 0 ? resolve() : reject(failed())));
  });
}
