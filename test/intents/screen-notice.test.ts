import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { packagePath } from '#app/files.js';
import type { Bot } from '#conversation/channel.js';
import type { Recorded } from '#conversation/intent.js';
import type { Attachment, Block } from '#conversation/message.js';
import type { Records } from '#conversation/records.js';
import { readText } from '#documents/text.js';
import { message, testBot, textOf } from '../conversation/parts.js';
import { realDesk } from '../conversation/real-parts.js';
import { askedTwoWays } from '../conversation/two-ways.js';
import { workbookOf } from '../documents/hostile-files.js';

const NOTICE = [
  '关于做好近期重点工作的通知',
  '',
  '各社区：',
  '　　一、各社区要做好违建拆除和反诈宣传。',
  '　　二、每周五报送工作台账。',
  '　　三、区城管局负责督促指导。',
  '',
  '青石街道办事处',
  '2026年3月1日',
].join('\n');

const fileOf = (name: string, bytes: Uint8Array): Attachment => ({
  name,
  mediaType: 'application/octet-stream',
  size: bytes.length,
  read: async () => bytes,
});
const textFile = (name: string, text: string) => fileOf(name, Buffer.from(text));

describe('a whole notice', () => {
  const kept: Recorded[] = [];
  const records: Records = {
    async keep(_id, _person, recorded) {
      kept.push(recorded);
    },
  };
  let bot: Bot;
  let conversation = 0;
  beforeAll(async () => {
    bot = await testBot({ desk: realDesk(), records });
  });
  const send = (text: string, ...attachments: Attachment[]) =>
    bot.handle(message(text, { attachments, conversationId: `n${++conversation}` }));
  const table = (blocks: readonly Block[]) => blocks.find((block) => block.type === 'table');

  it.each([
    ['pasted', () => send(NOTICE)],
    ['sent as a file', () => send('', textFile('通知.txt', NOTICE))],
    ['sent as a file with a word', () => send('帮我看看', textFile('通知.txt', NOTICE))],
  ])('%s is taken apart: tasks with verdicts, what to do, on what basis', async (_, sent) => {
    const { blocks } = await sent();
    expect(table(blocks)).toEqual({
      type: 'table',
      header: ['序号', '任务原文', '判定'],
      rows: [
        ['1', '违建拆除', '不应承担'],
        ['2', '反诈宣传', '依法协助'],
        ['3', '报送工作台账', '形式负担（台账报表）'],
      ],
    });
    const text = textOf({ blocks });
    expect(text).toContain('看完了《关于做好近期重点工作的通知》，交给社区的任务有 3 项');
    expect(text).toMatch(/怎么办：\n1\. 不应承担，依据《.+》/);
    expect(text).toMatch(/目录：全国，2026-06-30有效。以正式文件为准。/);
  });

  it('comes back with letters in an archive and a reply that can be sent on', async () => {
    const { blocks } = await send(NOTICE);
    const archive = blocks.filter((block) => block.type === 'file').at(-1);
    expect(archive).toMatchObject({
      name: '函_关于做好近期重点工作的通知.zip',
      mediaType: 'application/zip',
    });
    expect(textOf({ blocks })).toMatch(
      /可以这样回复：\n《关于做好近期重点工作的通知》收到[\s\S]*回复“落款 某某社区居委会”/,
    );
  });

  it('has letters signed by whoever the person named before', async () => {
    const say = (text: string) => bot.handle(message(text, { conversationId: 'signed' }));
    expect(textOf(await say('落款：珊瑚社区居委会'))).toContain('函的落款写珊瑚社区居委会');
    const { blocks } = await say(NOTICE);
    expect(textOf({ blocks })).not.toContain('没有落款');
  });

  it('comes back with a report that can be opened', async () => {
    const { blocks } = await send(NOTICE);
    const file = blocks.find((block) => block.type === 'file');
    expect(file).toMatchObject({ name: '研判报告_关于做好近期重点工作的通知.docx' });
    const { text } = await readText(file?.bytes ?? new Uint8Array(), 'report.docx');
    expect(text).toContain('已写入函的：');
    expect(text).toContain('违建拆除');
  });

  it('of more than a question’s length is taken for one whatever it looks like', async () => {
    const text = textOf(await send(`各社区要做好违建拆除。${'有关情况说明如下。'.repeat(200)}`));
    expect(text).toMatch(/违建拆除.*不应承担/s);
  });

  it('is judged for the region that the person named', async () => {
    const id = `n${++conversation}`;
    await bot.handle(message('我在南岸区', { conversationId: id }));
    expect(textOf(await bot.handle(message(NOTICE, { conversationId: id })))).toContain('目录：重庆市南岸区');
  });

  it('is kept with its result', async () => {
    kept.length = 0;
    await send('', textFile('通知.txt', NOTICE));
    expect(kept).toMatchObject([{ type: 'screening', notice: { screening: { source: '通知.txt' } } }]);
    const [record] = kept;
    expect(record?.type === 'screening' && record.notice.screening.tasks).toHaveLength(3);
  });

  it('without a task for the committee is told so', async () => {
    const text = textOf(
      await send('', textFile('通知.txt', '关于停电的通知\n\n各位居民：\n　　今晚停电。\n')),
    );
    expect(text).toContain('没有找到交给社区的任务');
  });

  it('leaves a question under way', async () => {
    const id = `n${++conversation}`;
    await bot.handle(message(askedTwoWays().text, { conversationId: id }));
    expect(textOf(await bot.handle(message(NOTICE, { conversationId: id })))).toContain('看完了《');
  });

  it('that is long holds up nobody’s question', async () => {
    const tasks = Array.from(
      { length: 60 },
      (_, i) => `　　${i + 1}、各社区要做好第${i + 1}网格的违建拆除。`,
    );
    const done: string[] = [];
    await Promise.all([
      send(['关于做好有关工作的通知', '各社区：', ...tasks].join('\n')).then(() => done.push('notice')),
      send('社区能开居住证明吗').then(() => done.push('question')),
    ]);
    expect(done).toEqual(['question', 'notice']);
  });

  it('reads one file at a time and says so', async () => {
    const text = textOf(await send('', textFile('a.txt', NOTICE), textFile('b.txt', NOTICE)));
    expect(text).toContain('另外 1 份请分别发来');
  });

  it.each([
    ['a picture', fileOf('通知.jpg', Buffer.from('ffd8ffe0', 'hex')), /先用 qingdan ocr 识别/],
    ['a picture called .docx', fileOf('通知.docx', Buffer.from('ffd8ffe0', 'hex')), /通知\.docx/],
    ['an empty file', textFile('空.txt', ''), /空文件/],
    ['a PDF that is broken', fileOf('坏.pdf', Buffer.from('%PDF-1.7\n%%EOF')), /损坏/],
  ])('%s is refused in one sentence that says what to do', async (_, file, says) => {
    const reply = textOf(await send('', file));
    expect(reply).toMatch(says);
    expect(reply.split('\n')).toHaveLength(1);
  });

  it('is not what a workbook with a list is, which is told so and not screened', async () => {
    const rows = [
      ['序号', '事项名称', '清单类别'],
      [1, '给大熊猫喂竹子', '负面清单'],
      [2, '给金丝猴洗澡', '负面清单'],
    ];
    const reply = textOf(await send('', fileOf('清单.xlsx', await workbookOf(rows))));
    expect(reply).toContain('像是一张清单，不是通知');
    expect(reply).toContain('qingdan kb import');
  });

  it.each([
    '街道让我们去拆违建\n归我们管吗',
    '你好\n\n社区能开居住证明吗？孩子上学要用，学校说要社区盖章才行，\n谢谢',
    '关于养犬证明\n社区能开吗',
  ])('is not a question of several lines: %j', async (text) => {
    const { blocks } = await send(text);
    expect(blocks.some(({ type }) => type === 'file')).toBe(false);
  });

  it('of every kind that the project knows is recognised as one', async () => {
    const { isNotice } = realDesk().notices;
    const folder = packagePath('test', 'evaluation', 'notices');
    const names = ['01-fire-summer', '05-census', '12-meeting', '28-county-chain', '48-cq-grid'];
    for (const name of names)
      expect(isNotice(readFileSync(`${folder}/${name}.txt`, 'utf8')), name).toBe(true);
  });
});
