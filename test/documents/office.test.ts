import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { packagePath } from '#app/files.js';
import { type Block, type FileContent, plainText, type TableRow } from '#documents/content.js';
import { findOfficeProgram } from '#documents/office-program.js';
import { readFileContent } from '#documents/read.js';
import type { QingdanError } from '#errors.js';
import { extractLists } from '#importing/extract.js';
import { planImport } from '#importing/plan.js';
import { kb } from '../importing/planning.js';
import { shippedScreener } from '../support/screener.js';

const FOLDER = packagePath('test', 'fixtures', 'office');
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));
const read = (name: string) => readFileContent(bytesOf(name), name);
const tables = (content: FileContent) => content.blocks.filter((block) => block.type === 'table');
const doubts = (blocks: readonly Block[]) =>
  blocks
    .flatMap((block) => (block.type === 'table' ? (block.doubts ?? []) : []))
    .map(({ problem }) => problem);
/** Cells without what only this format's reader leaves at the end of a row, line ends within them aside. */
const cellsOf = (rows: readonly TableRow[]) =>
  rows.map(({ cells }) => {
    const texts = cells.map((cell) => cell.replace(/\n/g, ''));
    while (texts.at(-1) === '') texts.pop();
    return texts;
  });

// Each reader is tested for itself, whatever is installed.
beforeEach(() => void vi.stubEnv('QINGDAN_OFFICE', 'none'));
afterEach(() => void vi.unstubAllEnvs());

const NOTICES = ['doc', 'wps', 'rtf', 'odt', 'ofd', 'eml', 'pdf'].map((ending) => `notice.${ending}`);

describe('a notice', () => {
  it.each(NOTICES)('%s says what the .docx says, line by line', async (name) => {
    expect(plainText(await read(name))).toBe(plainText(await read('notice.docx')));
  });

  it('inside a mail is read with it', async () => {
    expect(plainText(await read('attached.eml'))).toContain(plainText(await read('notice.docx')));
  });

  it.each([...NOTICES, 'notice.docx'])('%s gives the same tasks, and a ban is none', async (name) => {
    const { tasks, skipped } = shippedScreener().screen(plainText(await read(name)), { source: name });
    expect(tasks.map(({ phrase }) => phrase)).toEqual([
      '协助做好反诈宣传',
      expect.stringContaining('报送'),
      expect.stringContaining('违法建筑的拆除'),
    ]);
    expect(tasks[1]?.phrase).toContain('台账');
    expect(skipped.find(({ phrase }) => phrase.includes('健在证明'))?.reason).toBe('prohibition');
  });
});

const NEGATIVE = ['doc', 'wps', 'rtf', 'odt', 'xlsx', 'xls', 'et', 'ods', 'ofd'].map(
  (ending) => `negative.${ending}`,
);

describe('a list', () => {
  const plan = (content: FileContent, name: string) =>
    planImport(extractLists(content), kb, { fileName: name, kinds: new Map(), region: '重庆市' });
  const rowsOf = (content: FileContent, name: string) =>
    plan(content, name).documents.flatMap(({ document }) =>
      (document.lists ?? []).flatMap(({ kind, items }) => items.map((item) => `${kind} ${item.name}`)),
    );

  it.each([...NEGATIVE, 'negative-new.wps'])(
    '%s has every cell in its column, merged ones in each row',
    async (name) => {
      const [table] = tables(await read(name));
      const rows = cellsOf(table?.rows ?? []).slice(-6);
      expect(rows).toEqual([
        ['序号', '类别', '事项名称', '依据', '备注'],
        ['1', '行政执法', '拆除违法建设', '有关规定第一条'],
        ['2', '行政执法', '查处占道经营', '', '由城管部门办理'],
        ['3', '行政执法', '食品安全检查（含餐饮店）', '有关规定第三条'],
        ['4', '经济指标', '招商引资', '有关规定第四条'],
        ['5', '经济指标', '协税护税'],
      ]);
    },
  );

  it.each([...NEGATIVE, 'negative.docx'])('%s is imported as what must not be assigned', async (name) => {
    expect(rowsOf(await read(name), name)).toEqual(
      ['拆除违法建设', '查处占道经营', '食品安全检查（含餐饮店）', '招商引资', '协税护税'].map(
        (item) => `negative ${item}`,
      ),
    );
  });

  it.each(['docx', 'doc', 'rtf', 'odt', 'xlsx', 'xls', 'ods'].map((ending) => `papers.${ending}`))(
    '%s keeps apart what may be issued and what mustn’t',
    async (name) => {
      expect(rowsOf(await read(name), name)).toEqual([
        ...['居住情况说明', '特困人员生活情况证明', '居民养犬登记证明'].map((one) => `may-certify ${one}`),
        ...['亲属关系证明', '无犯罪记录证明', '健在证明', '婚姻状况证明'].map(
          (one) => `must-not-certify ${one}`,
        ),
      ]);
    },
  );

  it.each(['doc', 'rtf', 'odt'])('wide.%s: a heading over all columns is one', async (ending) => {
    const [table] = tables(await read(`wide.${ending}`));
    expect(table?.rows[0]).toMatchObject({ cells: ['一、行政执法类', '', ''], spanned: [1, 2] });
  });

  it.each(['doc', 'rtf', 'odt'])(
    'struck.%s: what is struck out isn’t read, and that is said',
    async (ending) => {
      const content = await read(`struck.${ending}`);
      expect(plainText(content)).not.toContain('协税护税');
      expect(plainText(content)).toContain('招商引资');
      expect(doubts(content.blocks)).toEqual(['第 3 行画了删除线的文字没有读入']);
    },
  );

  it.each(['xls', 'ods'])('hidden.%s: what is hidden isn’t read, and that is said', async (ending) => {
    const content = await read(`hidden.${ending}`);
    expect(plainText(content)).not.toMatch(/协税护税|不要读我/);
    expect(doubts(content.blocks)).toContain('隐藏的第 4 行没有读入');
  });
});

describe('what isn’t read', () => {
  it.each([
    ['cut.doc', 'QD-FILE-BROKEN', /重新取得/],
    ['open.rtf', 'QD-FILE-BROKEN', /重新取得/],
    ['page.xls', 'QD-FILE-TYPE', /网页.*另存为/],
    ['macros.xls', 'QD-FILE-UNSAFE', /宏.*另存/],
    ['locked.doc', 'QD-FILE-LOCKED', /去掉密码/],
    ['other.doc', 'QD-FILE-TYPE', /另存为 \.docx/],
    ['scan.ofd', 'QD-FILE-NO-TEXT', /扫描件.*OCR/],
    ['no-text.odt', 'QD-FILE-TYPE', /核对文件/],
    ['program.eml', 'QD-FILE-TYPE', /附件「通知\.exe」.*单独发/],
    ['notice.ppt', 'QD-FILE-TYPE', /存成 \.txt/],
  ])('%s: %s, and what to do', async (name, code, advice) => {
    const error = (await read(name).catch((cause: unknown) => cause)) as QingdanError;
    expect(error.code).toBe(code);
    expect(error.message).toMatch(advice);
  });

  it('comes to no other end when a byte is changed: it is read, or refused with a code', async () => {
    for (const name of [
      'notice.doc',
      'negative.xls',
      'papers.rtf',
      'negative.odt',
      'negative.ofd',
      'notice.eml',
    ]) {
      const bytes = bytesOf(name);
      for (let i = 0; i < 12; i++) {
        const changed = bytes.slice();
        const at = Math.floor(((i + 0.5) * changed.length) / 12);
        changed[at] = (changed[at] ?? 0) ^ 0x55;
        const outcome = await readFileContent(changed, name).catch((cause: unknown) => cause);
        if (outcome instanceof Error) expect((outcome as QingdanError).code).toMatch(/^QD-FILE-/);
      }
    }
  });
});

describe('an office program', () => {
  /** Stands in for LibreOffice: takes the same arguments and writes a known document. */
  const fake = (script: string): string => {
    const path = join(mkdtempSync(join(tmpdir(), 'office-')), 'soffice');
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  const writes = `out=""; while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out="$2"; shift; done; mkdir -p "$out"; cp '${join(FOLDER, 'notice.docx')}' "$out/file.docx"`;

  it('reads what no reader here knows', async () => {
    vi.stubEnv('QINGDAN_OFFICE', fake(writes));
    expect(plainText(await read('other.doc'))).toBe(plainText(await read('notice.docx')));
  });

  it('isn’t asked to mend what is broken: half a list would come of it', async () => {
    vi.stubEnv('QINGDAN_OFFICE', fake(writes));
    await expect(read('cut.doc')).rejects.toMatchObject({ code: 'QD-FILE-BROKEN' });
    await expect(read('locked.doc')).rejects.toMatchObject({ code: 'QD-FILE-LOCKED' });
  });

  it('that can’t read a file either leaves the reader’s own refusal', async () => {
    vi.stubEnv('QINGDAN_OFFICE', fake('exit 1'));
    await expect(read('other.doc')).rejects.toMatchObject({ code: 'QD-FILE-TYPE' });
  });

  it('is found where it is installed, and can be turned off', () => {
    const path = fake('exit 0');
    expect(findOfficeProgram({ PATH: `/nowhere:${join(path, '..')}` })?.path).toBe(path);
    expect(findOfficeProgram({ QINGDAN_OFFICE: 'none', PATH: join(path, '..') })).toBeNull();
    expect(findOfficeProgram({ QINGDAN_OFFICE: '/nowhere/soffice' })).toBeNull();
  });
});

it('no format goes without a fixture', () => {
  const endings = new Set(readdirSync(FOLDER).map((name) => name.split('.').at(-1)));
  for (const ending of ['doc', 'wps', 'rtf', 'odt', 'xls', 'et', 'ods', 'ofd', 'eml'])
    expect(endings).toContain(ending);
});
