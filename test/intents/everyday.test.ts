import { describe, expect, it } from 'vitest';
import { message, testBot, textOf } from '../conversation/parts.js';
import { realDesk } from '../conversation/real-parts.js';

/** A fresh conversation, turn by turn. */
async function talk(...turns: string[]): Promise<string[]> {
  const bot = await testBot({ desk: realDesk() });
  const replies: string[] = [];
  for (const [i, text] of turns.entries())
    replies.push(textOf(await bot.handle(message(text, { eventId: `e${i}` }))));
  return replies;
}
const last = async (...turns: string[]) => (await talk(...turns)).at(-1) ?? '';

describe('what stands for itself at the beginning of a conversation', () => {
  it.each([
    ['费随事转是什么意思', /费随事转、权随责走/],
    ['我是社区工作者，在重庆市南岸区，社区能开无犯罪记录证明吗', /不能开。[\s\S]*目录：重庆市南岸区/],
  ])('「%s」 is answered', async (text, says) => {
    expect(await last(text)).toMatch(says);
  });

  it('who and where may be told in one message, and holds on', async () => {
    const [told, answer] = await talk('我是社区工作者，在重庆市南岸区', '村规民约谁来备案');
    expect(told).toMatch(/按重庆市南岸区的规定、按社区工作者的身份/);
    expect(answer).toMatch(/目录：重庆市南岸区/);
  });

  it('several years at once set no day for the questions behind them', async () => {
    const reply = await last('重庆的四张清单从2018年到2024年有什么变化', '小区路灯坏了归谁管');
    expect(reply).toMatch(/小区内路灯/);
    expect(reply).not.toMatch(/2018-12-31/);
  });
});

describe('the class of a demand', () => {
  it.each([
    ['邻居家漏水算大事小事还是私事', /私事，引导自己办。「楼上漏水到楼下」/],
    ['违章搭建是大事还是小事', /大事，由政府部门快办。「违章搭建」/],
    ['夫妻吵架属于三事分流里的哪一类', /私事/],
  ])('「%s」 is told', async (text, says) => {
    expect(await last(text)).toMatch(says);
  });
});

describe('what is nothing by itself', () => {
  it.each([
    ['社区能开亲属关系证明吗', '公证处要的也不行？', /公证处要的也不行/],
    ['社区能开无犯罪记录证明吗', '行 收工', /还有要问的直接说|不客气/],
    ['社区能开收入证明吗', '合着啥都不能开，哪些能开啊', /可以出具的证明/],
  ])('「%s」 … 「%s」 is said of what came before', async (first, second, says) => {
    expect(await last(first, second)).toMatch(says);
  });
});

describe('帮我报一下', () => {
  it('opens a demand with what is named', async () => {
    const [preview = '', done = ''] = await talk('帮我报一下小区路灯坏了', '确认登记 3号楼2单元');
    expect(preview).toMatch(/您要办的是：小区路灯坏了[\s\S]*小事（协商共办）/);
    expect(done).toMatch(/件号 诉〔2026〕0001号/);
  });

  it('means what was asked last, and asks what it is where nothing was', async () => {
    expect(await last('小区路灯坏了归谁管', '帮我报一下')).toMatch(/您要办的是：小区路灯坏了/);
    expect(await last('帮我报一下')).toMatch(/请说是什么事、在哪里/);
  });

  it.each(['我要报个名', '我要报警', '我要报销药费'])('「%s」 registers nothing', async (text) => {
    expect(await last(text)).not.toMatch(/您要办的是/);
  });
});

describe('what a charter may hold', () => {
  it('is told by the articles of its own law, with where it is reviewed', async () => {
    const reply = await last('村规民约里能写啥不能写啥');
    expect(reply).toMatch(/村民委员会组织法》（2025年修正）第三十一条第二款/);
    expect(reply).not.toMatch(/城市居民委员会组织法/);
    expect(reply).toMatch(/qingdan charter/);
  });

  it('one thing in it is held against the rule that it breaks', async () => {
    const reply = await last('居民公约能不能写停水停电');
    expect(reply).toMatch(/不能写“停水、停电、停气”：同法律抵触/);
    expect(reply).toMatch(/城市居民委员会组织法》（2025年修订）第三十一条第二款/);
    expect(reply).not.toMatch(/罚款/);
  });

  it('what depends on how it is put is to be looked at, not refused', async () => {
    expect(await last('村规民约可以写上门点名通报批评吗')).toMatch(/“公开曝光个人”请核对/);
  });
});
