import { describe, expect, it } from 'vitest';
import { createReminderDesk } from '#app/reminder-desk.js';
import { memoryCases, memoryWindow } from '../conversation/memory-window.js';
import { message, testBot, textOf } from '../conversation/parts.js';
import { realAssistant } from '../conversation/real-assistant.js';
import { realDesk } from '../conversation/real-parts.js';

const DEMANDS: readonly (readonly [text: string, sorted: RegExp])[] = [
  ['小区楼道灯坏了没人修', /小事（协商共办）/],
  ['马路上的井盖没了', /大事（政府快办）/],
  ['网上买的东西商家不给退', /私事（引导自办）/],
];

describe('a demand in conversation', () => {
  it.each(DEMANDS)('「%s」 is sorted with its reason', async (text, sorted) => {
    const bot = await testBot({ desk: realDesk() });
    const say = async (words: string) => textOf(await bot.handle(message(words)));
    await say('我要反映一个问题');
    const said = await say(text);
    expect(said).toMatch(sorted);
    expect(said).toMatch(/谁来办：/);
  });

  it('that nobody recognises is left to a person', async () => {
    const bot = await testBot({ desk: realDesk() });
    await bot.handle(message('登记诉求'));
    expect(textOf(await bot.handle(message('阳台那边的玩意儿昨天又闹腾了')))).toMatch(/没有把握认出/);
  });

  it('is answered and not registered where it is a question', async () => {
    const bot = await testBot({ desk: realDesk() });
    await bot.handle(message('登记诉求'));
    expect(textOf(await bot.handle(message('社区能开无犯罪记录证明吗')))).toMatch(/不能开。/);
  });

  it('is what was asked last where 帮我登记 names none, and is dropped by 取消', async () => {
    const bot = await testBot({ desk: realDesk() });
    const say = async (words: string) => textOf(await bot.handle(message(words)));
    await say('社区能开无犯罪记录证明吗');
    expect(await say('帮我登记')).toMatch(/您要办的是：社区能开无犯罪记录证明吗/);
    await say('取消');
    expect(await say('确认登记')).not.toMatch(/件号/);
  });

  it('is registered once for one message, with personal data masked', async () => {
    const bot = await testBot({ desk: realDesk() });
    const say = async (words: string) => textOf(await bot.handle(message(words)));
    expect(await say('我要反映楼道灯坏了，我电话13800138000')).not.toMatch(/13800138000/);
    expect(await say('确认登记，3号楼2单元')).toMatch(/件号 诉〔2026〕0001号，查询码/);
    expect(await say('确认登记')).not.toMatch(/件号 诉/);
  });

  it('has no window where none is set up, and says whom to turn to', async () => {
    const bot = await testBot({ desk: { ...realDesk(), window: null } });
    expect(textOf(await bot.handle(message('我要反映楼道灯坏了')))).toMatch(/还没有开通登记，请找：/);
    expect(textOf(await bot.handle(message('明天提醒我问灯的事')))).toMatch(/还没有开通登记/);
  });
});

describe('a reminder', () => {
  it('is told with the next message on its day, once', async () => {
    const desk = realDesk();
    let day = '2026-06-30';
    const window = memoryWindow(realAssistant, () => day);
    const bot = await testBot({ desk: { ...desk, window, today: () => day } });
    const say = async (words: string) => textOf(await bot.handle(message(words)));
    expect(await say('后天提醒我问灯的事')).toMatch(/2026-07-02 提醒「问灯的事」/);
    expect(await say('你好')).not.toMatch(/提醒/);
    day = '2026-07-03';
    expect(await say('你好')).toMatch(/^您让我在 2026-07-02 提醒：问灯的事/);
    expect(await say('你好')).not.toMatch(/提醒/);
  });

  it('needs no window, is listed, and is taken back by number, day or words', async () => {
    const desk = realDesk();
    const { reminders } = memoryCases();
    const now = () => ({ at: '2026-06-30T01:00:00Z', day: '2026-06-30' });
    const bot = await testBot({
      desk: { ...desk, window: null, reminders: createReminderDesk({ reminders, now }) },
    });
    const say = async (words: string) => textOf(await bot.handle(message(words)));
    expect(await say('我有哪些提醒')).toMatch(/没有记着的提醒/);
    for (const wish of ['明天提醒我问灯的事', '后天提醒我交表', '7月5日提醒我开会']) await say(wish);
    expect(await say('看看我的提醒')).toContain(
      '1. 2026-07-01 问灯的事\n2. 2026-07-02 交表\n3. 2026-07-05 开会',
    );
    expect(await say('取消提醒')).toMatch(/要取消哪一个/);
    expect(await say('取消提醒2')).toMatch(/不再提醒：\n2026-07-02 交表$/);
    expect(await say('把7月5日的提醒取消')).toMatch(/2026-07-05 开会$/);
    expect(await say('不用提醒我交表了')).toMatch(/要取消哪一个/);
    expect(await say('不用提醒我问灯的事了')).toMatch(/2026-07-01 问灯的事$/);
    expect(await say('我有哪些提醒')).toMatch(/没有记着的提醒/);
  });

  it('of its own is no fact of what was asked before', async () => {
    const bot = await testBot({ desk: realDesk() });
    await bot.handle(message('楼上天天半夜拉椅子，居委会管管啊'));
    const said = textOf(await bot.handle(message('我家水龙头坏了，社区派个人来修一下')));
    expect(said).toContain('自家屋里的东西坏了');
    expect(said).not.toContain('这是加上');
  });
});
