import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRegisterDesk } from '#app/register-desk.js';
import type { Bot } from '#conversation/channel.js';
import type { IncomingMessage } from '#conversation/message.js';
import type { Values } from '#registers/field.js';
import type { KindId } from '#registers/kind.js';
import { openStorage } from '#storage/open.js';
import type { Storage } from '#storage/ports.js';
import { message as incoming, TODAY, testBot, textOf } from '../conversation/parts.js';
import { realDesk } from '../conversation/real-parts.js';
import { settingsOf } from '../storage/support/settings.js';

const ADMIN = { id: 'local', name: '管理员', role: 'admin', region: '000000' } as const;
const ACT = { at: `${TODAY}T01:00:00.000Z`, day: TODAY, source: '命令行' };

describe('registers in a conversation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-stamp-'));
  let storage: Storage;
  let bot: Bot;
  let count = 0;

  beforeAll(async () => {
    storage = await openStorage(settingsOf(folder));
    const desk = realDesk();
    const registers = createRegisterDesk({ storage, kb: () => desk.kb, now: () => ACT.at });
    bot = await testBot({ desk: { ...desk, registers } });
    await storage.registers.add(
      ADMIN,
      [
        {
          kind: 'forms',
          region: '500108',
          place: '',
          values: { day: '2026-03-01', name: '燃气安全排查统计表', demander: '区城管局', frequency: '每周' },
        },
      ],
      ACT,
    );
  });
  afterAll(async () => {
    await storage.close();
    rmSync(folder, { recursive: true });
  });

  const say = async (text: string, more: Partial<IncomingMessage> = {}) => {
    const message = incoming(text, { eventId: `e${count++}`, ...more });
    return textOf(await bot.handle(message));
  };
  const COMMUNITY = { conversationId: 'community', role: 'worker', region: '重庆市南岸区' } as const;

  it('a form is told by its name, with who asks for it, its basis, and whether it was admitted', async () => {
    const reply = await say('燃气排查统计表能不填吗', { ...COMMUNITY, conversationId: 'asker' });
    expect(reply).toContain('登记里有“燃气安全排查统计表”');
    expect(reply).toContain('谁要的：区城管局；多久一次：每周');
    expect(reply).toContain('没有见到准入');
    expect(reply).toMatch(/有关规定：\n1\. /);
  });

  it.each([
    '这张表能不填吗：燃气安全排查统计表',
    '能不能不填燃气安全排查统计表',
    '社区有没有权不填燃气排查统计表',
  ])('a form may be named behind the asking: %s', async (text) => {
    const reply = await say(text, { ...COMMUNITY, conversationId: text });
    expect(reply).toContain('登记里有“燃气安全排查统计表”');
  });

  it('where only forms in general are asked about, what to ask first is told, with the rules', async () => {
    const reply = await say('社区有没有权不填表', { ...COMMUNITY, conversationId: 'general' });
    expect(reply).toContain('没有办准入的，请对方先办准入');
    expect(reply).toMatch(/有关规定：\n1\. /);
  });

  it('what the lists say of the task behind a form is told as well', async () => {
    const reply = await say('人口普查登记表能不填吗', { ...COMMUNITY, conversationId: 'census' });
    expect(reply).toMatch(/后面的工作，清单这样说：属于依法协助。「协助人口普查」/);
    expect(reply).toContain('《全国人口普查条例》');
  });

  it('a task may be offered to social organisations, those on the register first', async () => {
    const asked = '独居老人助餐服务能不能交给社会组织';
    expect(await say(asked, { ...COMMUNITY, conversationId: 'offer' })).toContain(
      '登记里还没有能做的社会组织',
    );
    const values = { day: '2026-01-01', name: '夕阳红服务中心', class: '生活服务类', services: ['助餐'] };
    await storage.registers.add(ADMIN, [{ kind: 'organisations', region: '500108', place: '', values }], ACT);
    const reply = await say(asked, { ...COMMUNITY, conversationId: 'offer' });
    expect(reply).toContain('登记里的社会组织：夕阳红服务中心（生活服务类；登记的服务：助餐）');
    expect(reply).toContain('register organisations offer');
    const demolition = await say('拆违建能交给社会组织吗', { ...COMMUNITY, conversationId: 'offer' });
    expect(demolition).toContain('看不出哪一类社区社会组织做这件事');
    expect(demolition).not.toContain('register organisations offer');
  });

  it('of another region’s register nothing is told', async () => {
    const reply = await say('燃气排查统计表能不填吗', {
      conversationId: 'elsewhere',
      region: '重庆市江津区',
    });
    expect(reply).toContain('重庆市江津区的登记里没有');
    expect(reply).not.toContain('区城管局');
  });

  it('a stamp is registered question by question, once it is confirmed', async () => {
    expect(await say('登记用章', COMMUNITY)).toContain('哪个社区');
    expect(await say('阳光社区', COMMUNITY)).toContain('什么证明');
    expect(await say('居住证明', COMMUNITY)).toContain('哪个单位要的');
    expect(await say('不知道', COMMUNITY)).toContain('结果是哪一种');
    expect(await say('没有盖', COMMUNITY)).toContain('结果：不予出具');
    expect(await storage.registers.list(ADMIN, { kind: 'seal', region: '500108', limit: 10 })).toEqual([]);
    expect(await say('确认', COMMUNITY)).toContain('已登记：用章〔');
    const [entry] = await storage.registers.list(ADMIN, { kind: 'seal', region: '500108', limit: 10 });
    expect(entry).toMatchObject({ place: '阳光社区', values: { paper: '居住证明', outcome: '不予出具' } });
    expect(entry?.values).not.toHaveProperty('demander');
  });

  it('a stamp told at once needs only to be confirmed, and 取消 leaves it', async () => {
    const told = await say('登记用章：滨江社区，收入证明，某银行要的，开了', COMMUNITY);
    for (const line of ['滨江社区', '收入证明', '某银行', '结果：出具']) expect(told).toContain(line);
    expect(await say('取消', COMMUNITY)).toContain('先放下');
    expect(await say('确认', COMMUNITY)).not.toContain('已登记');
  });

  it('a question in between is answered, and the stamp goes on afterwards', async () => {
    await say('登记用章', COMMUNITY);
    expect(await say('社区能开居住证明吗', COMMUNITY)).toContain('居住证明');
    expect(await say('阳光社区', COMMUNITY)).toContain('什么证明');
    await say('取消', COMMUNITY);
  });

  it('what a register holds is told to whoever may know it', async () => {
    const add = (kind: KindId, values: Values, region: string = '500112', place = '') =>
      storage.registers.add(ADMIN, [{ kind, region, place, values }], ACT);
    const paper = '居住证明';
    await add('seal', { day: '2026-03-01', paper, applicant: '王某某', demander: '某银行', outcome: '出具' });
    await add('seal', { day: '2026-04-01', paper, demander: '某银行', outcome: '不予出具' });
    await add('seal', { day: '2025-04-01', paper, applicant: '去年的', outcome: '出具' });
    // Another community's, of the same county.
    await add('seal', { day: '2026-05-01', paper, applicant: '别处的', outcome: '出具' }, '500112001001');
    const OWN = { conversationId: 'own', role: 'worker', region: '重庆市渝北区' } as const;
    const told = await say('今年给谁盖过章', OWN);
    expect(told).toContain('有 2 条，不予出具 1、出具 1');
    expect(told).toContain('为谁办：王某某；要求提供的单位：某银行；办理结果：出具');
    expect(told).toContain('qingdan register seal list --from 2026-01-01');
    expect(told).not.toMatch(/去年的|别处的/);
    const summary = await say('万能章汇总', OWN);
    expect(summary).toContain('用章登记共 2 条');
    expect(summary).toContain('要求提供的单位：某银行 2');
    expect(await say('去年给谁盖过章', OWN)).toContain('为谁办：去年的');
    // A resident, and a resident who says that they are a worker.
    const RESIDENT = { conversationId: 'resident-2', region: '重庆市渝北区' };
    for (const words of ['今年给谁盖过章', '我是社区工作者', '万能章汇总', '居住证明开过几次']) {
      expect(await say(words, RESIDENT)).not.toMatch(/王某某|某银行|共 2 条/);
    }
    expect(await say('万能章汇总', { ...RESIDENT, role: 'official' })).toContain('只有社区自己的渠道能查');
  });

  it('which data several forms ask for is told, by any of its names', async () => {
    const OWN = { conversationId: 'fields', role: 'worker', region: '重庆市巴南区' } as const;
    expect(await say('哪些字段重复', OWN)).toContain('还没有写各张表要填哪些数据项');
    const form = (name: string, demander: string, fields: string[]) => ({
      ...({ kind: 'forms', region: '500113', place: '' } as const),
      values: { day: '2026-03-01', name, demander, frequency: '每月', fields },
    });
    await storage.registers.add(
      ADMIN,
      [form('排查表', '区城管局', ['身份证号', '住址']), form('老年人台账', '区卫健委', ['公民身份号码'])],
      ACT,
    );
    const told = await say('身份证号这个数据别的表要过吗', OWN);
    expect(told).toMatch(/“身份证号”.*有 2 个单位要，一年共 24 次/);
    for (const asker of ['区城管局“排查表”（每月）', '区卫健委“老年人台账”（每月）', '有关规定：']) {
      expect(told).toContain(asker);
    }
    expect(await say('籍贯别的表要过吗', OWN)).toContain('没有哪张写着要填“籍贯”');
    const all = await say('哪些字段重复', { ...OWN, role: 'resident', conversationId: 'asks' });
    expect(all).toContain('几个单位都要的数据项有 1 个');
    expect(all).not.toContain('qingdan register');
  });

  it('whether covenants were filed is told of a region or one community', async () => {
    const OWN = { conversationId: 'covenants', role: 'worker', region: '重庆市北碚区' } as const;
    expect(await say('我们社区的村规民约备案了没有', OWN)).toContain('没有记，不等于没有办');
    for (const [place, more] of [
      ['阳光社区', { filed: '2025-03-08', filedWith: '某街道' }],
      ['滨江社区', {}],
    ] as const) {
      const values = { day: '2025-03-01', name: `${place}居民公约`, sort: '居民公约', ...more };
      await storage.registers.add(ADMIN, [{ kind: 'covenants', region: '500109', place, values }], ACT);
    }
    const told = await say('我们社区的居民公约备案了没有', OWN);
    expect(told).toContain('有 2 条，写着备案日期的 1 条，没有写的 1 条');
    expect(told).toContain('备案日期：2025-03-08；备案机关：某街道；合法性审查日期：未见');
    const one = await say('滨江社区的居民公约备案了吗', OWN);
    expect(one).toContain('都没有写备案日期');
    expect(one).not.toContain('阳光社区');
  });

  it('nobody registers a stamp by saying that they are a worker', async () => {
    const RESIDENT = { conversationId: 'resident', region: '重庆市南岸区' };
    await say('我是社区工作者', RESIDENT);
    expect(await say('登记用章', RESIDENT)).toContain('只能在社区自己的渠道里做');
    expect(await say('阳光社区', RESIDENT)).not.toContain('什么证明');
  });
});
