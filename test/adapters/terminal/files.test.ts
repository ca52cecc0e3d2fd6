import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesOf } from '#adapters/terminal/files.js';
import { readPathLine } from '#adapters/terminal/path-line.js';
import { MOST_FILE_BYTES } from '#channels/files.js';
import type { IncomingMessage, Reply } from '#conversation/message.js';
import { type Stage, stage, textReply } from '../../channels/support.js';
import { openTerminal } from './open-terminals.js';

let folder: string;
let scene: Stage;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingdan-terminal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the terminal shows for these lines. */
async function said(lines: readonly string[], answer?: Parameters<typeof stage>[0]): Promise<string> {
  scene = stage(answer);
  const files = { ...filesOf(folder), home: folder };
  const { adapter, input, written } = await openTerminal(scene.context, { files });
  input.end(`${lines.join('\n')}\n`);
  await adapter.ended;
  return written();
}
const reading = async ({ attachments, text }: IncomingMessage): Promise<Reply> => {
  const [file] = attachments;
  if (file === undefined) return textReply(`问：${text}`);
  return file.read().then(
    (content) => textReply(`${file.name}：${Buffer.from(content)}`),
    ({ code, message }) => textReply(`${code} ${message}`),
  );
};

describe('a line that is the path of a file', () => {
  it.each<[string, (path: string) => string]>([
    ['as it is', (path) => path],
    ['in quotes', (path) => `"${path}"`],
    ['in single quotes, with a space after', (path) => `'${path}' `],
    ['in Chinese quotes', (path) => `“${path}”`],
    ['with its spaces escaped, as a terminal drops it', (path) => path.replaceAll(' ', '\\ ')],
    ['as an address', (path) => pathToFileURL(path).href],
    ['after 文件', (path) => `文件 ${path}`],
    ['after /file', (path) => `/file ${path}`],
    ['from the home folder', () => '~/通知 一.TXT'],
  ])('%s is sent as that file', async (_, write) => {
    const path = join(folder, '通知 一.TXT');
    writeFileSync(path, '关于开展清查');
    expect(await said([write(path)], reading)).toContain('通知 一.TXT：关于开展清查');
    expect(scene.heard).toMatchObject([{ text: '', attachments: [{ name: '通知 一.TXT', size: 18 }] }]);
  });

  it('is refused when it is too large, or read as empty when it is empty', async () => {
    writeFileSync(join(folder, '大.pdf'), '');
    truncateSync(join(folder, '大.pdf'), MOST_FILE_BYTES + 1);
    writeFileSync(join(folder, '空.txt'), '');
    const text = await said([join(folder, '大.pdf'), join(folder, '空.txt')], reading);
    expect(text).toContain('QD-FILE-SIZE');
    expect(text).toContain('空.txt：');
  });

  it.each([
    ['/nowhere/通知.docx'],
    ['~/通知.docx'],
    ['"通知.docx"'],
    ['文件 通知.docx'],
    ['/file 什么'],
    ['file://elsewhere/通知.docx'],
    ['C:\\通知.docx'],
  ])('%s that isn’t there is told of, and the bot hears nothing', async (line) => {
    expect(await said([line], reading)).toContain('找不到这个文件');
    expect(scene.heard).toEqual([]);
  });

  it('that is a folder is no file', async () => {
    mkdirSync(join(folder, '通知.docx'));
    expect(await said([join(folder, '通知.docx')], reading)).toContain('找不到这个文件');
  });

  it.each([
    '能开居住证明吗',
    '帮我看看通知.docx',
    '通知.docx',
    '/etc/passwd',
    '文件 有哪些',
    '.docx和.pdf都行吗',
  ])('%s is a question where no such file is', async (line) => {
    expect(await said([line], reading)).toContain(`问：${line}`);
  });

  it('reads a bare name in a way that a file of that name is found', () => {
    expect(readPathLine('通知.docx', '/home/u')).toEqual({ paths: ['通知.docx'], certain: false });
    expect(readPathLine('a\\ b.txt', '/home/u')?.paths).toEqual(['a\\ b.txt', 'a b.txt']);
    expect(readPathLine('照片.png', '/home/u')).toBeNull();
  });
});

describe('a file of a reply in the terminal', () => {
  const report = (name: string, content = '新'): (() => Reply) => {
    const bytes = Buffer.from(content);
    return () => ({
      blocks: [
        { type: 'text', text: '好了' },
        { type: 'file', name, mediaType: '', bytes },
      ],
    });
  };

  it('is saved in the current folder, and its name told', async () => {
    expect(await said(['研判'], report('报告.docx'))).toContain('好了\n文件已存到当前文件夹：报告.docx');
    expect(readFileSync(join(folder, '报告.docx'), 'utf8')).toBe('新');
  });

  it('never replaces another: it gets a number', async () => {
    writeFileSync(join(folder, '报告.docx'), '旧');
    const text = await said(['一', '二'], report('报告.docx'));
    expect(text).toContain('报告-2.docx');
    expect(text).toContain('报告-3.docx');
    expect(readFileSync(join(folder, '报告.docx'), 'utf8')).toBe('旧');
  });

  it.each(['../外面.txt', '/etc/外面.txt', '..\\外面.txt'])('never leaves the folder: %s', async (name) => {
    await said(['研判'], report(name));
    expect(readdirSync(folder)).toEqual(['外面.txt']);
  });

  it('is told of where the folder can’t be written, and the conversation goes on', async () => {
    rmSync(folder, { recursive: true });
    const text = await said(['一', '二'], report('报告.docx'));
    expect(text.match(/文件「报告.docx」存不到当前文件夹/gu)).toHaveLength(2);
    expect(scene.logged).toContain('warn QD-FILE');
  });
});
