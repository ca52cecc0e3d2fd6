import { QingdanError, shown } from '#errors.js';
import { normalise } from '#text/normalise.js';
import type { Block } from './content.js';
import { Allowance, type ReadLimits } from './limits.js';
import { linesOf, type Piece } from './pdf-lines.js';
import { ruledTables } from './pdf-ruled.js';
import { rulesOf } from './pdf-rules.js';
import { blocksOfPages, type Page } from './pdf-table.js';
import type { Progress } from './reader.js';

/** Characters a page holds on average, under which a PDF counts as pictures of pages: a page number, a stamp. */
const FEWEST_CHARACTERS = 10;

/** The end mark stands in the last 1,024 bytes (ISO 32000-1, annex H.3.4.4); pdf.js would read a cut file by half. */
const END_WITHIN = 1024;

/**
 * Lines as paragraphs, and tables by the places of their words. @throws QingdanError QD-FILE-LOCKED for an encrypted
 * file, QD-FILE-NO-TEXT for scanned pages, QD-FILE-LIMIT, QD-FILE-BROKEN
 */
export async function readPdf(bytes: Uint8Array, limits: ReadLimits, progress: Progress): Promise<Block[]> {
  if (!Buffer.from(bytes.subarray(-END_WITHIN)).includes('%%EOF')) {
    throw new QingdanError('QD-FILE-BROKEN', 'PDF 不完整（缺少结尾），请重新取得或另存后再试');
  }
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  fillInForNode20();
  try {
    // pdf.js takes the buffer for itself and no Buffer, so it gets a copy.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      useSystemFonts: false,
      // What can't be read whole isn't read by half.
      stopAtErrors: true,
    });
    try {
      await refuseLocked(pdf);
      if (pdf.numPages > limits.pages) {
        throw new QingdanError('QD-FILE-LIMIT', `PDF 超过 ${limits.pages} 页，请拆成几个文件`);
      }
      const pages: Page[] = [];
      let characters = 0;
      for (let number = 1; number <= pdf.numPages; number++) {
        const page = await pdf.getPage(number);
        const { items } = await page.getTextContent();
        const pieces = items.flatMap((item) => ('str' in item ? [pieceOf(item)] : []));
        characters += pieces.reduce((sum, { text }) => sum + text.trim().length, 0);
        const { tables, rest } = ruledTables(pieces, rulesOf(await page.getOperatorList(), OPS));
        pages.push({ lines: linesOf(rest), tables });
        page.cleanup();
        progress(number, pdf.numPages);
      }
      if (characters < FEWEST_CHARACTERS * pdf.numPages) {
        throw new QingdanError(
          'QD-FILE-NO-TEXT',
          'PDF 里没有可读的文字，多半是扫描件或图片，请用文字版，或先做文字识别（OCR）再试',
        );
      }
      return blocksOfPages(pages, new Allowance(limits));
    } finally {
      await pdf.loadingTask.destroy();
    }
  } catch (cause) {
    if (cause instanceof QingdanError) throw cause;
    const name = cause instanceof Error ? cause.name : '';
    if (name === 'PasswordException') throw locked(cause);
    const reason = cause instanceof Error ? shown(cause.message) : '未知原因';
    throw new QingdanError('QD-FILE-BROKEN', `PDF 已损坏：${reason}，请重新取得或另存后再试`, { cause });
  }
}

interface Locked {
  getMetadata(): Promise<{ info: object }>;
}

/** A file that only forbids copying opens without a password, and is refused all the same. */
async function refuseLocked(pdf: Locked): Promise<void> {
  const { info } = await pdf.getMetadata();
  if ('EncryptFilterName' in info && info.EncryptFilterName !== null) throw locked(undefined);
}

function locked(cause: unknown): QingdanError {
  return new QingdanError('QD-FILE-LOCKED', 'PDF 加了密码或限制了使用，请另存为没有密码的 PDF 后再试', {
    cause,
  });
}

function pieceOf(item: { str: string; transform: number[]; width: number; height: number }): Piece {
  const [, , , scale = 0, x = 0, y = 0] = item.transform;
  // Fonts often map a character to the radical that looks like it (⽰ for 示), which no search would find.
  const text = item.str.replace(/[\u2e80-\u2fdf]/gu, (radical) => normalise(radical));
  return { text, x, y, width: item.width, size: Math.abs(scale) || item.height || 10 };
}

/** pdf.js calls this method of Node 21 and later on some fonts and pictures; a copy does the same. */
function fillInForNode20(): void {
  const prototype: ArrayBuffer & { transferToFixedLength?: (length?: number) => ArrayBuffer } =
    ArrayBuffer.prototype;
  prototype.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
    const copy = new Uint8Array(length);
    copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
    return copy.buffer;
  };
}
