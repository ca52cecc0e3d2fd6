import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { Screening } from '#answer/index.js';
import { fullCommitteeName } from '#answer/letters/committee.js';
import { sendLetters, shortReply, writeLetters } from '#answer/letters/index.js';
import { type Letter, lettersFor } from '#answer/letters/letter.js';
import { quoted } from '#answer/letters/quotation.js';
import { type SenderOptions, senderOf } from '#answer/letters/sender.js';
import { titleLines } from '#answer/letters/title-lines.js';
import { readLetterTemplates } from '#app/lexicon.js';
import { readText } from '#documents/text.js';
import { shippedScreener } from '../support/screener.js';
import { law, screening, task } from './screenings.js';

const templates = readLetterTemplates();
const letters = (read: Screening, options: SenderOptions = {}): Letter[] =>
  lettersFor(read, senderOf(read, options), templates);
const textOf = ({ title, to, paragraphs, from, date }: Letter): string =>
  [
    title,
    `${to}：`,
    ...paragraphs.map(({ number, heading, text }) => number + heading + text),
    from,
    date,
  ].join('\n');
const all = (read: Screening, options?: SenderOptions) => letters(read, options).map(textOf).join('\n\n');

describe('a letter', () => {
  it('names the notice with its number, quotes the task whole and rests on a norm with its article', () => {
    const read = screening([task({ phrase: '做好“三违”建筑拆除' })], { number: '青街发〔2026〕3号' });
    expect(all(read, { committee: '珊瑚社区居委会', date: '2026-03-01' })).toBe(
      [
        '关于商请调整《关于有关工作的通知》（青街发〔2026〕3号）有关工作任务的函',
        '青石街道办事处：',
        '贵单位《关于有关工作的通知》（青街发〔2026〕3号）收悉。我社区对照现行法律法规和有关规定逐项作了研究，现就需要商请调整的工作任务函告如下：',
        '一、“做好‘三违’建筑拆除”。依据：《某法》第三条。',
        '按照上述规定，不应将居民委员会作为上述事项的责任主体，商请贵单位改由负有职责的部门办理。',
        '以上意见，请贵单位研究，并于2026年3月16日前函复我社区。',
        '特此函告。',
        '珊瑚社区居民委员会',
        '2026年3月1日',
      ].join('\n'),
    );
  });

  it('asks by kind, a section each, and formalities are among them', () => {
    const text = all(
      screening([
        task({ phrase: '报送台账', verdict: 'information', demand: 'ledger' }),
        task({ phrase: '出具健在证明', verdict: 'must-not-certify', certificate: true }),
        task({ phrase: '代收保费', verdict: 'not-listed', band: 'abstain' }),
        task({}),
      ]),
    );
    const headings = [...text.matchAll(/^[一二三四]、(.+)$/gmu)].map(([, heading]) => heading);
    expect(headings).toEqual([
      '商请不将我社区作为责任主体的事项',
      '不属于我社区出具范围的证明事项',
      '商请先履行准入程序的事项',
      '商请精简的考核、台账、报表等要求',
    ]);
    expect(text).toMatch(/商请先履行准入程序的事项\n（一）“代收保费”/);
  });

  it('names a basis that tasks share once, behind the last of them', () => {
    const text = all(screening([task({}), task({ phrase: '招商引资' }), task({ phrase: '协税护税' })]));
    expect(text).toContain(
      '一、“违建拆除”；\n二、“招商引资”；\n三、“协税护税”。以上三项依据：《某法》第三条。',
    );
    expect(text.match(/《某法》/g)).toHaveLength(1);
  });

  it('asks for means in a letter of its own', () => {
    const [only, ...others] = letters(screening([task({ verdict: 'assist', phrase: '反诈宣传' })]));
    expect(others).toEqual([]);
    expect(only?.title).toBe('关于商请明确《关于有关工作的通知》有关协助事项经费和人员的函');
    expect(only?.paragraphs.map(({ text }) => text).join('')).toContain('按照《某法》第三条的规定，商请');
  });

  it('speaks for a village as a village', () => {
    const text = all(screening([task({})]), { committee: '石坝村村委会' });
    expect(text).toContain('我村对照');
    expect(text).toContain('不应将村民委员会作为');
    expect(text).toContain('石坝村村民委员会');
    expect(text).not.toContain('社区');
  });

  it('isn’t written where nothing gives reason for one', async () => {
    const read = screening([task({ verdict: 'autonomy' })]);
    expect(letters(read)).toEqual([]);
    expect(await writeLetters(read, {}, templates)).toEqual([]);
    expect(await sendLetters(read, {}, templates)).toBeNull();
  });
});

describe('what a person has to look at first', () => {
  const unsure = task({ phrase: '星空观测', verdict: 'not-listed', band: 'confirm' });
  const retold = task({ phrase: '上墙牌匾', citations: [{ ...law, evidence: 'secondary' }] });

  it('stays out of a letter until somebody has confirmed it', () => {
    const read = screening([task({}), unsure, retold]);
    expect(all(read)).not.toMatch(/星空观测|上墙牌匾/);
    const text = all(read, { confirmed: [2, 3] });
    expect(text).toContain('“星空观测”');
    expect(text).toMatch(/“上墙牌匾”。以?[^\n]*依据：《某法》/);
  });

  it.each([
    ['a source seen in part', { ...law, evidence: 'partial' as const }, '依据：《某法》第三条。'],
    [
      'a place that nobody saw',
      { ...law, locator: '条目未见', evidence: 'partial' as const },
      '依据：《某法》。',
    ],
    ['brackets of a place', { ...law, locator: '第十条第一款(四)' }, '依据：《某法》第十条第一款（四）。'],
  ])('leaves no remark of the program: %s', (_, citation, expected) => {
    const text = all(screening([task({ citations: [citation] })]));
    expect(text).toContain(expected);
    expect(text).not.toMatch(/未见|转述|部分原文|核对|草稿/);
  });

  it('never names a title that no text bears', () => {
    const ours = { ...law, title: '自拟的名称', borne: false };
    expect(all(screening([task({ citations: [ours] })]), { confirmed: [1] })).toBe('');
  });
});

describe('the document of a letter', () => {
  const many = Array.from({ length: 10 }, (_, i) => task({ phrase: `第${i + 1}件事` }));
  const written = async (read: Screening) => {
    const [file] = await writeLetters(read, { committee: '珊瑚社区居委会' }, templates);
    return file ?? expect.unreachable();
  };
  const partOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

  it('has the layout of GB/T 9704: A4, margins, 28 point lines, fonts with what stands in for them', async () => {
    const { bytes } = await written(screening([task({})]));
    const document = partOf(bytes, 'word/document.xml');
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(document).toContain('w:line="560" w:lineRule="exact"');
    expect(document).toContain('w:eastAsia="方正小标宋简体"');
    const fonts = partOf(bytes, 'word/fontTable.xml');
    expect(fonts).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
  });

  it('puts more tasks than a letter bears into an attachment, none lost', async () => {
    const { bytes } = await written(screening(many));
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(value).toContain('附件：商请调整的工作任务一览表');
    expect(value).toContain('共10项，原文和依据见附件第1至10项。');
    for (const { phrase } of many) expect(value).toContain(phrase);
  });

  it('is the same, byte for byte, for the same notice', async () => {
    const [a, b] = [await written(screening([task({})])), await written(screening([task({})]))];
    expect(Buffer.from(a.bytes).equals(Buffer.from(b.bytes))).toBe(true);
  });

  it('comes with the others in one archive that can be opened', async () => {
    const sent = await sendLetters(screening([task({}), task({ verdict: 'assist' })]), {}, templates);
    const parts = unzipSync(sent?.archive.bytes ?? new Uint8Array());
    expect(Object.keys(parts)).toEqual([
      '商请调整工作任务的函_关于有关工作的通知.docx',
      '商请明确经费和人员的函_关于有关工作的通知.docx',
      '短回复_关于有关工作的通知.txt',
    ]);
    const [first = new Uint8Array()] = Object.values(parts);
    expect((await readText(first, 'a.docx')).text).toContain('特此函告。');
    expect(sent?.signed).toBe(false);
  });
});

describe('the short reply', () => {
  it('says the same in at most three sentences', () => {
    const read = screening([task({}), task({ phrase: '反诈宣传', verdict: 'assist' })]);
    const reply = shortReply(read, senderOf(read, {}), templates) ?? '';
    expect(reply.match(/。/g)?.length).toBeLessThanOrEqual(3);
    expect(reply).toContain('“违建拆除”不应将居民委员会作为责任主体');
    expect(reply).toContain('“反诈宣传”我社区依法协助');
  });
});

describe('names', () => {
  it.each([
    ['珊瑚社区居委会', '珊瑚社区居民委员会'],
    ['珊瑚社区', '珊瑚社区居民委员会'],
    ['石坝村', '石坝村村民委员会'],
    ['石坝村委会', '石坝村村民委员会'],
    ['石坝村村委会', '石坝村村民委员会'],
    ['石坝村村民委员会', '石坝村村民委员会'],
  ])('%s signs as %s', (given, full) => {
    expect(fullCommitteeName(given)).toBe(full);
  });

  it.each([
    ['珊瑚社区居委会：', '珊瑚社区居民委员会', 'urban'],
    ['石坝村：', '石坝村村民委员会', 'village'],
    ['各社区居委会：', null, null],
    ['珊瑚社区、石坝村：', null, null],
  ])('of the address 「%s」 are taken', (address, committee, settlement) => {
    const notice = `关于做好有关工作的通知\n\n${address}\n　　请做好违建拆除。\n\n青石街道办事处\n2026年3月1日`;
    const read = shippedScreener().screen(notice, { source: 'x' });
    expect(read.committee).toBe(committee);
    if (settlement !== null) expect(read.settlement).toBe(settlement);
  });
});

describe('marks and lines', () => {
  it.each([
    ['做好“反诈”宣传', '“做好‘反诈’宣传”'],
    ['a“b‘c’d”e', '“a‘b“c”d’e”'],
    ['做好"反诈"宣传', '“做好‘反诈’宣传”'],
    ['宣传”到位', '“宣传到位”'],
  ])('%s is quoted %s', (text, expected) => {
    expect(quoted(text)).toBe(expected);
  });

  it.each([
    ['关于商请调整《六月清单》有关工作任务的函', ['关于商请调整《六月清单》有关工作任务的函']],
    [
      '关于商请调整《关于做好近期重点工作的通知》有关工作任务的函',
      ['关于商请调整', '《关于做好近期重点工作的通知》', '有关工作任务的函'],
    ],
  ])('a title is broken where its sense allows: %s', (title, lines) => {
    expect(titleLines(title, 20)).toEqual(lines);
  });

  it('no line of a title is longer than the page, and none is lost', () => {
    const title =
      '关于商请调整《关于印发〈云溪街道今冬明春火灾防控工作方案〉的通知》（云溪街办发〔2026〕47号）有关工作任务的函';
    const lines = titleLines(title, 20);
    expect(lines.join('')).toBe(title);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(22);
  });
});

describe('the sentences', () => {
  it('are an office’s to change, and a wrong field is told of with its line', async () => {
    const { writeFileSync, mkdtempSync, readFileSync } = await import('node:fs');
    const { join } = await import('node:path');
    const { tmpdir } = await import('node:os');
    const { packagePath } = await import('#app/files.js');
    const own = join(mkdtempSync(join(tmpdir(), 'letters-')), 'own.yaml');
    const shipped = readFileSync(packagePath('knowledge', 'letters.yaml'), 'utf8');
    writeFileSync(own, shipped.replaceAll('特此函告。', '专此函达。'));
    const read = screening([task({})]);
    expect(lettersFor(read, senderOf(read, {}), readLetterTemplates(own)).map(textOf).join()).toContain(
      '专此函达。',
    );
    writeFileSync(own, shipped.replace('{office}作为上述', '{offce}作为上述'));
    expect(() => readLetterTemplates(own)).toThrow(/第 \d+ 行.*花括号里只能写/);
  });
});
