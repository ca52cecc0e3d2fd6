import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { QingdanError } from '#errors.js';

/** A recognised line. */
export interface RecognisedLine {
  text: string;
  /** How sure the library is, 0 to 100. */
  confidence: number;
}

/** The optional parts, in versions that were tried together. */
export const OCR_PACKAGES = ['tesseract.js@7.0.0', '@tesseract.js-data/chi_sim@1.0.0'] as const;
/** The better of the models that the package holds. */
const MODEL = '4.0.0_best_int';
/** One page takes some ten seconds. */
const MILLISECONDS = 180_000;

/** Where the optional parts are installed: QINGDAN_OCR, else the folder ocr of the data. */
export function recognitionFolder(env: NodeJS.ProcessEnv = process.env): string {
  return resolve(env.QINGDAN_OCR || join(env.QINGDAN_DATA_DIR || './data', 'ocr'));
}

export const isInstalled = (folder: string): boolean =>
  existsSync(join(folder, 'node_modules', 'tesseract.js', 'package.json')) &&
  existsSync(join(folder, 'node_modules', '@tesseract.js-data', 'chi_sim', MODEL, 'chi_sim.traineddata.gz'));

/** The parts of tesseract.js that are used here. */
interface Library {
  createWorker(
    language: string,
    engine: number,
    options: { langPath: string; cacheMethod: 'none'; gzip: boolean },
  ): Promise<{
    recognize(image: Buffer, options: object, output: { blocks: true }): Promise<{ data: Recognised }>;
    terminate(): Promise<unknown>;
  }>;
}
interface Recognised {
  blocks: { paragraphs: { lines: { text: string; confidence: number }[] }[] }[] | null;
}

/** Only the neural engine. */
const LSTM = 1;

/**
 * The lines of a picture, by models that are on this machine. The library works in a thread of its own, which is ended
 * when its time is up.
 * @throws QingdanError QD-FILE-TIME, QD-FILE-BROKEN, QD-FILE-NO-TEXT
 */
export async function recognise(
  image: Uint8Array,
  folder: string,
  milliseconds = MILLISECONDS,
): Promise<RecognisedLine[]> {
  const load = createRequire(join(folder, 'package.json'));
  const { createWorker } = load('tesseract.js') as Library;
  const langPath = join(folder, 'node_modules', '@tesseract.js-data', 'chi_sim', MODEL);
  const worker = await createWorker('chi_sim', LSTM, { langPath, cacheMethod: 'none', gzip: true });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new QingdanError('QD-FILE-TIME', '识别一张图片的时间太长，已停止，请把图片裁小后再试')),
      milliseconds,
    );
  });
  try {
    const { data } = await Promise.race([worker.recognize(Buffer.from(image), {}, { blocks: true }), late]);
    const lines = linesOf(data);
    if (lines.length === 0) {
      throw new QingdanError('QD-FILE-NO-TEXT', '图片里没有认出文字，请换一张拍正、清楚的图片');
    }
    return lines;
  } catch (cause) {
    if (cause instanceof QingdanError) throw cause;
    throw new QingdanError('QD-FILE-BROKEN', '图片读不出来，请用 .png 或 .jpg 重新存一次再试', { cause });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function linesOf({ blocks }: Recognised): RecognisedLine[] {
  return (blocks ?? []).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ lines }) =>
      lines.flatMap(({ text, confidence }): RecognisedLine[] => {
        const joined = withoutGaps(text);
        return joined === '' ? [] : [{ text: joined, confidence: Math.round(confidence) }];
      }),
    ),
  );
}

/** The library puts spaces between Chinese words. */
const withoutGaps = (text: string): string =>
  text
    .replace(/[ \t\n]+/gu, ' ')
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/gu, '')
    .trim();
