import { describe, expect, it } from 'vitest';
import {
  aroundFiles,
  fetchedFile,
  fileName,
  heldFile,
  MOST_FILE_BYTES,
  sizeWords,
  whyNotSent,
} from '#channels/files.js';
import type { Block } from '#conversation/message.js';
import { QingdanError } from '#errors.js';

describe('the name of a file', () => {
  it.each([
    ['通知.docx', '通知.docx'],
    ['关于开展“清查”工作的通知（一）.pdf', '关于开展“清查”工作的通知（一）.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\王\\通知.txt', '通知.txt'],
    ['..', '文件'],
    ['', '文件'],
    ['.docx', '文件.docx'],
    ['.hidden.txt', 'hidden.txt'],
    ['a\u0000b\r\nc.docx', 'a b c.docx'],
    ['cod\u202excod.exe', 'cod xcod.exe'],
    ['\u001b[31m红.txt', '[31m红.txt'],
    ['半\ud800个.txt', '半\ufffd个.txt'],
    ['a<b>:"c"|?*.pdf', 'a_b___c____.pdf'],
    [`${'长'.repeat(300)}.docx`, `${'长'.repeat(40)}….docx`],
  ])('%j is shown and saved as %j', (said, name) => {
    expect(fileName(said)).toBe(name);
  });
});

describe('a file of a message', () => {
  async function* endless() {
    for (;;) yield new Uint8Array(1_000_000);
  }
  const tooLarge = { code: 'QD-FILE-SIZE', message: expect.stringContaining('「通知.pdf」超过 20 MB') };

  it('is read whole', async () => {
    const file = fetchedFile({ name: '通知.txt' }, async () =>
      (async function* () {
        yield Buffer.from('通');
        yield Buffer.from('知');
      })(),
    );
    expect(Buffer.from(await file.read()).toString()).toBe('通知');
  });

  it('that says it is small is left when it goes over the limit', async () => {
    let ended = false;
    const file = fetchedFile({ name: '通知.pdf', size: 10 }, async () =>
      (async function* () {
        try {
          yield* endless();
        } finally {
          ended = true;
        }
      })(),
    );
    await expect(file.read()).rejects.toMatchObject(tooLarge);
    expect(ended).toBe(true);
  });

  it('that says it is too large is not fetched at all', async () => {
    let opened = false;
    const file = fetchedFile({ name: '通知.pdf', size: MOST_FILE_BYTES + 1 }, async () => {
      opened = true;
      return endless();
    });
    await expect(file.read()).rejects.toMatchObject(tooLarge);
    expect(opened).toBe(false);
  });

  it.each([
    ['of the limit', MOST_FILE_BYTES, true],
    ['one byte over it', MOST_FILE_BYTES + 1, false],
  ])('that is here is taken at a size %s', async (_, size, taken) => {
    const reading = heldFile({ name: '通知.pdf' }, new Uint8Array(size)).read();
    if (taken) expect((await reading).length).toBe(size);
    else await expect(reading).rejects.toMatchObject(tooLarge);
  });

  it('may be empty', async () => {
    expect(await heldFile({ name: '空.txt' }, new Uint8Array()).read()).toHaveLength(0);
  });

  it('that can’t be had is told of by name, with the cause kept; an error that says more stays as it is', async () => {
    const cause = new Error('reset');
    const broken = fetchedFile({ name: '通知.pdf' }, () => Promise.reject(cause));
    await expect(broken.read()).rejects.toMatchObject({
      code: 'QD-FILE-GONE',
      message: '文件「通知.pdf」没有取到，请再发一次',
      cause,
    });
    const own = new QingdanError('QD-FILE-GONE', '不在这里');
    await expect(fetchedFile({ name: 'x' }, () => Promise.reject(own)).read()).rejects.toBe(own);
  });
});

describe('a reply with files', () => {
  const text = (words: string): Block => ({ type: 'text', text: words });
  const file: Block = { type: 'file', name: '表.xlsx', mediaType: '', bytes: new Uint8Array() };

  it('is cut at them, in order', () => {
    expect(aroundFiles({ blocks: [text('一'), text('二'), file, file, text('三')] })).toEqual([
      { blocks: [text('一'), text('二')] },
      file,
      file,
      { blocks: [text('三')] },
    ]);
    expect(aroundFiles({ blocks: [] })).toEqual([]);
  });

  it('that isn’t sent is logged without its name', () => {
    const report = { type: 'file', name: '张三 报告.docx', mediaType: '', bytes: new Uint8Array() } as const;
    const error = new Error('Failed to upload file (id:F1, filename: 张三 报告.docx)');
    expect(whyNotSent(report, error)).toBe('Error: Failed to upload file (id:F1, filename: 〔文件名〕)');
  });

  it.each([
    [0, '0 字节'],
    [999, '999 字节'],
    [12_345, '12 KB'],
    [3_440_000, '3.4 MB'],
  ])('of %i bytes says %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });
});
