import { describe, expect, it } from 'vitest';
import type { Section } from '#answer/index.js';
import type { Bot } from '#conversation/channel.js';
import type { Block } from '#conversation/message.js';
import type { Records } from '#conversation/records.js';
import { HELP_QUESTIONS } from '#intents/help.js';
import type { Question } from '#ruling/index.js';
import { fakeDesk, message, testBot, textOf } from '../conversation/parts.js';
import { realBot } from '../conversation/real-parts.js';

const UNCLEAR = '学校要甲乙丙证明，社区能开吗';
const CHOICES = [
  { id: 'x1', label: '甲证明（可以出具的证明）' },
  { id: 'x2', label: '乙证明（不应出具的证明）' },
  { id: 'x3', label: '丙证明（不应出具的证明）' },
];

/** A desk that asks back when a question is unclear. */
function askingDesk() {
  const desk = fakeDesk();
  return {
    ...desk,
    decide(question: Question) {
      const answer = desk.decide(question);
      if (!question.text.includes(UNCLEAR)) return answer;
      const lines = CHOICES.map(({ label }, i) => `${i + 1}. ${label}`);
      const sections: Section[] = [
        { is: 'headline', text: '您问的是哪一项？' },
        ...lines.map((text): Section => ({ is: 'choice', text })),
        { is: 'next', text: '都不是的话，请说具体一点。' },
      ];
      return { ...answer, verdict: 'clarify' as const, choices: CHOICES, sections };
    },
  };
}

async function say(bot: Bot, ...texts: string[]): Promise<string> {
  let reply = '';
  for (const text of texts) reply = textOf(await bot.handle(message(text)));
  return reply;
}

describe('a question with several meanings', () => {
  it('offers the choices once, numbered', async () => {
    const bot = await testBot({ desk: askingDesk() });
    await say(bot, '能开居住证明吗');
    expect(await say(bot, UNCLEAR)).toBe(
      '您问的是哪一项？\n1. 甲证明（可以出具的证明）\n2. 乙证明（不应出具的证明）\n3. 丙证明（不应出具的证明）\n都不是的话，请说具体一点。',
    );
  });

  it.each([
    ['2', '答：乙证明'],
    ['第三个', '答：丙证明'],
    ['甲证明', '答：甲证明'],
    ['那能开户口证明吗', '答：那能开户口证明吗'],
    ['都不是', '说具体一点'],
    ['7', '请回复 1 到 3 的数字'],
    ['取消', '先放下'],
  ])('takes 「%s」', async (answer, expected) => {
    const bot = await testBot({ desk: askingDesk() });
    expect(await say(bot, UNCLEAR, answer)).toContain(expected);
  });

  it('asks again after a number that isn’t there, and then takes the right one', async () => {
    const bot = await testBot({ desk: askingDesk() });
    expect(await say(bot, UNCLEAR, '7', '0', '8', '2')).toContain('答：乙证明');
  });

  it.each(['取消', '能开户口证明吗', '都不是'])('is over after 「%s」', async (answer) => {
    const bot = await testBot({ desk: askingDesk() });
    expect(await say(bot, UNCLEAR, answer, '1')).toContain('现在没有要选的');
  });

  it('may be followed by another one', async () => {
    const bot = await testBot({ desk: askingDesk() });
    expect(await say(bot, UNCLEAR, `还是${UNCLEAR}`, '3')).toContain('答：丙证明');
  });

  it('takes a button of a channel that has them', async () => {
    const bot = await testBot({ desk: askingDesk() });
    await say(bot, UNCLEAR);
    const reply = await bot.handle(message('乙证明（不应出具的证明）', { choice: 'x2' }));
    expect(textOf(reply)).toContain('答：乙证明');
  });
});

describe('a region that shares its name', () => {
  it('of the person is asked for and remembered', async () => {
    const bot = await testBot();
    expect(await say(bot, '我在江北区')).toContain('1. 重庆市江北区\n2. 浙江省宁波市江北区');
    expect(await say(bot, '2')).toContain('按浙江省宁波市江北区的规定来答');
    expect(await say(bot, '能开居住证明吗')).toContain('地区：浙江省宁波市江北区');
  });

  it('of a question is asked for, and holds for the questions after it', async () => {
    const bot = await testBot();
    await say(bot, '我在南岸区', '能开居住证明吗', '换成江北区呢');
    expect(await say(bot, '重庆市江北区')).toMatch(/答：能开居住证明吗\n地区：重庆市江北区/);
    expect(await say(bot, '能开户口证明吗')).toContain('地区：重庆市江北区');
  });
});

describe('what a channel knows of a person', () => {
  it('counts until the person says otherwise', async () => {
    const bot = await testBot();
    const ask = (text: string) => bot.handle(message(text, { role: 'worker', region: '重庆市' }));
    expect(textOf(await ask('能开居住证明吗'))).toContain('地区：重庆市，身份：worker');
    await ask('我是居民');
    await ask('我在湖北');
    expect(textOf(await ask('能开居住证明吗'))).toContain('地区：湖北省，身份：resident');
  });
});

describe('a question that leans on the last one', () => {
  it('keeps the region and day that were asked for in between', async () => {
    const bot = await testBot();
    await say(bot, '我在南岸区', '能开居住证明吗', '换成湖北呢', '2025年呢');
    expect(await say(bot, '那户口证明呢')).toContain(
      '答：户口证明\n地区：湖北省，身份：resident，日期：2025-12-31',
    );
  });

  it('replaces the place that the question itself named', async () => {
    const bot = await testBot();
    expect(await say(bot, '重庆市能开居住证明吗', '换成湖北呢')).toContain(
      '答：重庆市能开居住证明吗\n地区：湖北省',
    );
  });
});

/** Records that tell the ids of the answers given. */
function countedRecords(): Records & { ids: string[] } {
  const ids: string[] = [];
  return {
    ids,
    async keep(id) {
      ids.push(id);
    },
  };
}

describe('feedback', () => {
  it('is kept with the answer it is about, and holds no text of the person', async () => {
    const desk = fakeDesk();
    const records = countedRecords();
    const bot = await testBot({ desk, records });
    await say(bot, '能开居住证明吗，我叫张三', '有用');
    expect(desk.entries).toEqual([
      { answerId: records.ids[0], useful: true, person: { channel: 'test', userId: 'u1' } },
    ]);
    expect(JSON.stringify(desk.entries)).not.toContain('张三');
  });

  it('of a button is about the answer above the button, even after others', async () => {
    const desk = fakeDesk();
    const records = countedRecords();
    const bot = await testBot({ desk, records });
    await say(bot, '能开居住证明吗', '能开户口证明吗');
    const [first] = records.ids;
    await bot.handle(message('不对', { choice: `feedback:${first}:wrong` }));
    expect(desk.entries).toMatchObject([{ answerId: first, useful: false }]);
  });

  it('that says what was meant is followed by the answer to that', async () => {
    const desk = fakeDesk();
    const bot = await testBot({ desk });
    const reply = await say(bot, '能开居住证明吗', '不对，我问的是能开户口证明吗');
    expect(reply).toContain('答：能开户口证明吗');
    expect(desk.entries).toMatchObject([{ useful: false }]);
  });

  it.each([
    ['不对，上个月社区刚给我开过', '', '原因已经记下', '上个月社区刚给我开过'],
    ['不对', '上个月社区刚给我开过', '原因已经记下', '上个月社区刚给我开过'],
    ['不对', '因为文件上写的是可以开', '', '因为文件上写的是可以开'],
  ])('that is wrong is kept with why: %s %s', async (wrong, why, says, comment) => {
    const desk = fakeDesk();
    const records = countedRecords();
    const bot = await testBot({ desk, records });
    const reply = await say(bot, '能开居住证明吗', wrong, ...(why === '' ? [] : [why]));
    expect(reply).toContain(says);
    expect(desk.entries.at(-1)).toMatchObject({ answerId: records.ids[0], useful: false, comment });
  });

  it('that is wrong is kept with what was asked next, which is answered as ever', async () => {
    const desk = fakeDesk();
    const bot = await testBot({ desk, records: countedRecords() });
    const reply = await say(bot, '能开居住证明吗', '不对', '社区能不能开户口证明');
    expect(reply).toContain('答：社区能不能开户口证明');
    expect(desk.entries.at(-1)).toMatchObject({ useful: false, comment: '接着问：社区能不能开户口证明' });
    await say(bot, '社区能不能开死亡证明');
    expect(desk.entries).toHaveLength(2);
  });

  it('that can’t be kept isn’t said to have been', async () => {
    const feedback = { add: () => Promise.reject(new Error('disk')) };
    const bot = await testBot({ desk: fakeDesk({ feedback }) });
    const reply = await say(bot, '能开居住证明吗', '有用');
    expect(reply).not.toContain('记下');
    expect(reply).toContain('对不起');
  });
});

describe('the hand-off', () => {
  it('names the office of the configuration', async () => {
    const office = { name: '甲街道办事处', phone: '12345678', hours: '上午' };
    const reply = await say(await testBot({ desk: fakeDesk({ office }) }), '转人工');
    expect(reply).toContain('人工咨询请找：甲街道办事处\n电话：12345678\n时间：上午');
  });

  it('names none where none is configured', async () => {
    const reply = await say(await testBot({ desk: fakeDesk({ office: null }) }), '转人工');
    expect(reply).toContain('还没有设置人工咨询的单位和电话');
    expect(reply).not.toMatch(/\d{5}/);
  });
});

describe('the wish to be forgotten', () => {
  it('is carried out for the one who says it, once they have said that they mean it', async () => {
    const desk = fakeDesk();
    const bot = await testBot({ desk });
    expect(await say(bot, '我在重庆市', '能开居住证明吗', '删除我的记录')).toContain('请回复「确认删除」');
    expect(desk.forgotten).toEqual([]);
    expect(await say(bot, '确认删除')).toContain('已删除您的 3 条记录');
    expect(desk.forgotten).toEqual([{ channel: 'test', userId: 'u1' }]);
    expect(await say(bot, '依据是哪条')).toContain('还没有答过什么');
    expect(await say(bot, '能开居住证明吗')).toContain('地区：全国');
  });

  it('is not carried out where nobody has just asked for it', async () => {
    const desk = fakeDesk();
    const bot = await testBot({ desk });
    expect(await say(bot, '确认删除')).toContain('还没有要删的');
    expect(await say(bot, '删除我的记录', '能开居住证明吗', '确认删除')).toContain('还没有要删的');
    expect(desk.forgotten).toEqual([]);
  });

  it.each(['社区能删除我的档案记录吗', '无犯罪记录证明', '怎么删除违章记录'])('is not %s', async (text) => {
    expect(await say(await testBot(), text)).toContain(`答：${text}`);
  });
});

describe('messages that are no question', () => {
  it.each(['', ' \n ', '\u200b'])('of nothing (%j) are told so', async (text) => {
    expect(await say(await testBot(), text)).toMatch(/没有收到文字|答：/);
  });

  it('that are too long for a question are read as a notice, and told how to ask', async () => {
    const reply = await say(await realBot(), '长'.repeat(5000));
    expect(reply).toContain('没有找到交给社区的任务');
    expect(reply).toContain('用一两句话');
  });

  it('that are too long for a notice too are told so', async () => {
    expect(await say(await realBot(), '长'.repeat(60_001))).toContain('超过 60000 字');
  });
});

describe('the examples of the help', () => {
  it.each(HELP_QUESTIONS)('「%s」 is answered with its sources', async (question) => {
    const { blocks } = await (await realBot()).handle(message(question));
    const cited = blocks.find((block): block is Block & { type: 'citations' } => block.type === 'citations');
    expect(cited?.citations.length).toBeGreaterThan(0);
    expect(blocks.some(({ type }) => type === 'choices')).toBe(false);
  });
});
