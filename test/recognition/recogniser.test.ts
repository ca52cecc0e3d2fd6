import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isInstalled, recognise, recognitionFolder } from '#recognition/recogniser.js';

/** A folder with a stand-in for the library, which answers with these lines or never. */
function installed(body: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ocr-'));
  const write = (path: string, text: string) => {
    const at = join(folder, 'node_modules', path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, text);
  };
  write('tesseract.js/package.json', '{"name":"tesseract.js","main":"index.js"}');
  write(
    'tesseract.js/index.js',
    `exports.createWorker = async (language, engine, { langPath }) => ({ recognize: async () => { ${body} }, terminate: async () => {} });`,
  );
  write('@tesseract.js-data/chi_sim/4.0.0_best_int/chi_sim.traineddata.gz', '');
  writeFileSync(join(folder, 'package.json'), '{}');
  return folder;
}
const answers = (lines: unknown) =>
  `return { data: { blocks: [{ paragraphs: [{ lines: ${JSON.stringify(lines)} }] }] } };`;

describe('recognising a picture', () => {
  it('gives lines without the gaps between Chinese words, and how sure they are', async () => {
    const folder = installed(
      answers([
        { text: '关于 做 好 第 三 季度 GDP 统计\n', confidence: 92.6 },
        { text: ' \n', confidence: 10 },
      ]),
    );
    expect(await recognise(new Uint8Array(), folder)).toEqual([
      { text: '关于做好第三季度GDP统计', confidence: 93 },
    ]);
  });

  it('says so where there is no text', async () => {
    await expect(recognise(new Uint8Array(), installed(answers([])))).rejects.toMatchObject({
      code: 'QD-FILE-NO-TEXT',
    });
  });

  it('ends when its time is up', async () => {
    const folder = installed('await new Promise(() => {});');
    await expect(recognise(new Uint8Array(), folder, 50)).rejects.toMatchObject({ code: 'QD-FILE-TIME' });
  });

  it('is there once it is installed', () => {
    expect(isInstalled(installed(answers([])))).toBe(true);
    expect(isInstalled(mkdtempSync(join(tmpdir(), 'ocr-')))).toBe(false);
    expect(recognitionFolder({ QINGDAN_DATA_DIR: '/srv/data' })).toBe('/srv/data/ocr');
  });
});
