import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicationForm } from '#admission/forms.js';
import { createAdmissionCounter } from '#app/admission-counter.js';
import { readProcesses } from '#app/processes.js';
import type { AdmissionCounter } from '#conversation/admission-counter.js';
import type { Bot } from '#conversation/channel.js';
import type { Attachment } from '#conversation/message.js';
import { writeDocx } from '#documents/write-docx.js';
import { openStorage } from '#storage/open.js';
import type { Storage } from '#storage/ports.js';
import { APPLICATION, LEAD, OFFICE } from '../admission/examples.js';
import { message, testBot, textOf } from '../conversation/parts.js';
import { realAssistant } from '../conversation/real-assistant.js';
import { realDesk } from '../conversation/real-parts.js';
import { settingsOf } from '../storage/support/settings.js';
import { newFolder } from '../storage/support/stores.js';

const TODAY = '2026-06-30';
let folder: string;
let storage: Storage;
let bot: Bot;
let counter: AdmissionCounter;
let conversation = '';

beforeAll(async () => {
  folder = newFolder();
  storage = await openStorage(settingsOf(folder));
  const { kb, screener } = realAssistant();
  counter = createAdmissionCounter({
    kb: () => kb,
    screener: () => screener,
    today: () => TODAY,
    store: { admissions: storage.admissions, ownerOf: () => 'person-1', at: () => `${TODAY}T01:00:00.000Z` },
  });
  bot = await testBot({ desk: { ...realDesk(), admissions: counter } });
});
afterAll(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

const say = async (text: string, ...attachments: Attachment[]): Promise<string> =>
  textOf(await bot.handle(message(text, { conversationId: conversation, attachments })));

async function begun(name: string): Promise<void> {
  conversation = name;
  await say('你好');
  await say('我在渝北区');
}

/** What is said to each question, in the order of the form. */
const SAID = [
  ['事项名称', '楼道堆物巡查登记'],
  ['申请部门', '区城管局'],
  ['工作内容', '每月看一次楼道，发现堆物登记后报街道'],
  ['法律法规或政策依据', '《中华人民共和国消防法》第三十二条'],
  ['实施范围', '全区各社区'],
  ['开始日期', '2026年12月1日'],
  ['结束日期', '2027-11-30'],
  ['工作量', '每月一次，每次两小时'],
  ['人员保障', '每个街道派一名协管员'],
  ['经费保障', '每个社区每年3000元，2026-12-31前拨付'],
  ['随事项下放的权限', '无'],
  ['需要填报的表格', '楼道巡查登记表'],
  ['需要悬挂的牌子', '无'],
  ['需要使用的应用程序', '无'],
] as const;

describe('an application in a conversation', () => {
  it('is filled in field by field, screened, handed in as a draft, and followed by number and code', async () => {
    await begun('whole');
    let reply = await say('我们要申请准入');
    for (const [field, words] of SAID) {
      expect(reply).toContain(`【${field}】`);
      reply = await say(words);
    }
    expect(reply).toMatch(
      /都填好了（重庆市渝北区）[\s\S]*依据核对：《中华人民共和国消防法》第三十二条，目录里有[\s\S]*提交/u,
    );
    const handed = await bot.handle(message('提交', { conversationId: conversation }));
    const [, number = '', code = ''] =
      /草稿：(准入〔2026〕\d+号)，查询码 ([0-9a-f]{8})/u.exec(textOf(handed)) ?? [];
    expect(handed.blocks.find(({ type }) => type === 'file')).toMatchObject({ name: '准入申请表.docx' });
    const kept = await storage.admissions.find(LEAD, number);
    expect(kept).toMatchObject({
      state: 'draft',
      regionName: '重庆市渝北区',
      application: {
        task: '楼道堆物巡查登记',
        from: '2026-12-01',
        funds: { amount: 3000, due: '2026-12-31' },
      },
    });
    // Whoever has a user in that department goes on with it.
    expect((await storage.admissions.find(OFFICE, number)).id).toBe(kept.id);
    expect(await say(`${number} ${code} 办到哪一步了`)).toContain(
      `${number} 草稿：楼道堆物巡查登记（区城管局）`,
    );
    expect(await say(`查${number}，查询码 00000000`)).toContain('对不上');
  });

  it('is laid aside for other questions and taken up again where it was', async () => {
    await begun('aside');
    await say('申请准入');
    await say('楼道堆物巡查登记');
    expect(await say('先放一放')).toContain('继续申请');
    expect(await say('社区能开无犯罪记录证明吗')).toContain('不能开');
    expect(await say('继续申请')).toContain('【申请部门】');
    expect(await say('取消')).toContain('继续申请');
    expect(await say('接着填')).toContain('【申请部门】');
  });

  it('says what is wrong with an answer and asks again; a field named is put right', async () => {
    await begun('wrong');
    await say('申请准入');
    for (const [, words] of SAID.slice(0, 5)) await say(words);
    expect(await say('下个月')).toMatch(/请写成 2026-12-01 这样[\s\S]*【开始日期】/u);
    expect(await say('2026-12-01')).toContain('【结束日期】');
    expect(await say('2026-11-01')).toMatch(/早于开始日期[\s\S]*【结束日期】/u);
    expect(await say('事项名称：楼道堆物登记')).toContain('【结束日期】');
    expect(await say('2027-11-30')).toContain('【工作量】');
  });

  it('asks for the region where none is known, and takes no other word for it', async () => {
    conversation = 'nowhere';
    await say('你好');
    expect(await say('申请准入')).toContain('在哪个地区实施');
    expect(await say('楼道')).toContain('没有认出地区');
    expect(await say('渝北区')).toContain('【事项名称】');
  });

  it('is refused as a draft where the same person has five lying there', async () => {
    const application = { ...APPLICATION, department: '区教委' };
    const handIn = () => counter.handIn({ channel: 'web', userId: 'w' }, application, '重庆市南岸区');
    for (let i = 0; i < 5; i++) await handIn();
    await expect(handIn()).rejects.toMatchObject({ code: 'QD-BUSY' });
  });

  it('takes the form that was filled in', async () => {
    await begun('form');
    await say('申请准入');
    const process = readProcesses(realAssistant().kb).of(undefined);
    const { title, blocks } = applicationForm(process, { regionName: '', application: APPLICATION });
    const bytes = await writeDocx(title, blocks, TODAY);
    const file = { name: '申请表.docx', mediaType: '', size: bytes.length, read: async () => bytes };
    expect(await say('', file)).toMatch(/从表里读到14栏[\s\S]*都填好了/u);
    const text = { ...file, name: '说明.txt', read: async () => Buffer.from('没有表格') };
    expect(await say('', text)).toContain('没有认出申请表的栏目');
  });
});

describe('questions on the procedure', () => {
  it.each([
    ['社区工作准入制怎么申请', /渝北区清单事项[\s\S]*重庆市政府：市政府审定以后才实施[\s\S]*依据：/u],
    ['部门要进社区的事项怎么申请准入', /渝北区清单事项[\s\S]*默认[\s\S]*不是规定/u],
    ['西城区的准入多久批下来', /15个工作日内批完/u],
  ])('「%s」 is answered from the region’s own, with its sources', async (question, expected) => {
    await begun(`process-${question}`);
    expect(await say(question)).toMatch(expected);
  });

  it.each(['没走准入的事社区可以不做吗', '未经准入的事怎么办'])(
    '「%s」 is left to the lists',
    async (question) => {
      await begun(`left-${question}`);
      expect(await say(question)).not.toContain('一栏一栏地问');
    },
  );
});
