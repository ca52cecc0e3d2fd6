import { describe, expect, it, vi } from 'vitest';
import { IDLE, memoryConversations } from '#conversation/conversations.js';
import type { Recorded } from '#conversation/intent.js';
import type { Person, Records } from '#conversation/records.js';
import { QingdanError } from '#errors.js';
import { BREAKS, fakeAnswer, fakeDesk, message, recordingLog, TODAY, testBot, textOf } from './parts.js';

describe('the bot', () => {
  it('says at first contact that it is a program and what is stored, once', async () => {
    const bot = await testBot();
    const first = textOf(await bot.handle(message('能开居住证明吗')));
    expect(first).toMatch(
      /答：能开居住证明吗[\s\S]*一个查清单的程序，不是工作人员[\s\S]*问答留存 180 天备查/,
    );
    expect(textOf(await bot.handle(message('能开户口证明吗')))).not.toContain('不是工作人员');
  });

  it('replies to an event once', async () => {
    const bot = await testBot();
    const same = message('能开居住证明吗');
    const replies = await Promise.all([1, 2, 3, 4].map(() => bot.handle(same)));
    expect(replies.map(({ blocks }) => blocks.length > 0)).toEqual([true, false, false, false]);
  });

  it('refuses a text that is too long before any intent reads it, once', async () => {
    const read = vi.fn(() => null);
    const watching = {
      id: 'x',
      precedence: 1,
      interrupts: true,
      examples: [],
      slots: read,
      handler: vi.fn(),
    };
    const bot = await testBot({ intents: [watching] });
    const long = message('《》'.repeat(30_001));
    expect(textOf(await bot.handle(long))).toContain('内容太长，超过 60000 字');
    expect((await bot.handle(long)).blocks).toEqual([]);
    expect(read).not.toHaveBeenCalled();
  });

  it('takes the same event id of two channels for two events', async () => {
    const bot = await testBot();
    for (const channel of ['slack', 'web']) {
      const reply = await bot.handle(message('能开居住证明吗', { eventId: 'same', channel }));
      expect(reply.blocks).not.toEqual([]);
    }
  });

  it('takes the messages of a conversation one after the other, and loses none', async () => {
    const bot = await testBot();
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, i) => bot.handle(message(`第${i}栋楼能开居住证明吗`))),
    );
    replies.forEach((reply, i) => {
      expect(textOf(reply)).toContain(`答：第${i}栋楼能开居住证明吗`);
    });
    expect(replies.filter((reply) => textOf(reply).includes('不是工作人员'))).toHaveLength(1);
  });

  it('apologises when an intent breaks, logs the code and goes on', async () => {
    const log = recordingLog();
    const bot = await testBot({ log });
    expect(textOf(await bot.handle(message(BREAKS)))).toContain('对不起，程序出了错');
    expect(log.lines).toMatchObject([{ level: 'error', event: 'QD-INTERNAL' }]);
    expect(textOf(await bot.handle(message('能开居住证明吗')))).toContain('答：能开居住证明吗');
  });

  it('logs no id as it came, but the same hash for the same id under one key', async () => {
    const broken = async (logKey?: Uint8Array) => {
      const log = recordingLog();
      const bot = await testBot({ log, ...(logKey === undefined ? {} : { logKey }) });
      await bot.handle(message(BREAKS, { eventId: 'openid-of-somebody:1' }));
      expect(JSON.stringify(log.lines)).not.toContain('openid-of-somebody');
      return log.lines[0]?.fields.event;
    };
    const key = Buffer.alloc(32, 1);
    expect(await broken(key)).toMatch(/^[0-9a-f]{16}$/u);
    expect(await broken(key)).toBe(await broken(key));
    expect(await broken()).not.toBe(await broken());
  });

  it('says that nothing was kept where the store takes nothing', async () => {
    const records: Records = { keep: () => Promise.reject(new QingdanError('QD-DISK-FULL', '磁盘满了')) };
    const bot = await testBot({ records });
    expect(await bot.handle(message('能开居住证明吗'))).toMatchObject({ unkept: true });
  });

  it('apologises when a choice breaks, and keeps the choices open', async () => {
    const desk = fakeDesk();
    const asking = {
      ...desk,
      decide: (question: Parameters<typeof desk.decide>[0]) => {
        if (question.text !== '问得不清楚') return desk.decide(question);
        const choices = [
          { id: 'x1', label: BREAKS },
          { id: 'x2', label: '居住证明（可以出具的证明）' },
        ];
        return { ...fakeAnswer(question), verdict: 'clarify' as const, choices };
      },
    };
    const bot = await testBot({ desk: asking });
    await bot.handle(message('问得不清楚'));
    expect(textOf(await bot.handle(message('1')))).toContain('对不起，程序出了错');
    expect(textOf(await bot.handle(message('2')))).toContain('答：居住证明');
  });

  it('apologises when the storage breaks on loading', async () => {
    const conversations = {
      ...memoryConversations({ clock: () => 0 }),
      load: () => Promise.reject(new Error('disk')),
    };
    const log = recordingLog();
    const bot = await testBot({ conversations, log });
    expect(textOf(await bot.handle(message('能开居住证明吗')))).toContain('对不起，程序出了错');
    expect(log.lines).toMatchObject([{ level: 'error', event: 'QD-INTERNAL' }]);
  });

  it('apologises when the storage breaks on saving', async () => {
    const conversations = {
      ...memoryConversations({ clock: () => 0 }),
      save: () => Promise.reject(new Error('disk')),
    };
    const bot = await testBot({ conversations });
    expect(textOf(await bot.handle(message('能开居住证明吗')))).toContain('对不起，程序出了错');
  });

  it('keeps what it answered under one id, whose it was and how it was asked, before it replies', async () => {
    const kept: { id: string; person: Person; recorded: Recorded }[] = [];
    const records: Records = {
      async keep(id, person, recorded) {
        kept.push({ id, person, recorded });
      },
    };
    const bot = await testBot({ records });
    const reply = await bot.handle(message('能开居住证明吗', { role: 'worker', region: '湖北省' }));
    const [first] = kept;
    expect(first).toMatchObject({
      person: { channel: 'test', userId: 'u1' },
      recorded: { question: { text: '能开居住证明吗', role: 'worker', region: '湖北省', today: TODAY } },
    });
    expect(reply.blocks).toContainEqual({ type: 'feedback', answerId: first?.id });
    await bot.handle(message('依据是什么'));
    expect(kept).toHaveLength(1);
  });

  it('answers nothing that it can’t keep, says so, and takes the same event again', async () => {
    let full = true;
    const records: Records = {
      async keep() {
        if (full) throw new QingdanError('QD-DISK-FULL', '磁盘满了');
      },
    };
    const bot = await testBot({ records });
    const asked = message('能开居住证明吗');
    const refused = textOf(await bot.handle(asked));
    expect(refused).toContain('暂时存不了记录');
    expect(refused).not.toContain('答：');
    full = false;
    expect(textOf(await bot.handle(asked))).toContain('答：能开居住证明吗');
  });

  it('forgets a conversation after half an hour without a message', async () => {
    let now = 0;
    const bot = await testBot({ clock: () => now });
    await bot.handle(message('我是社区工作者'));
    now += IDLE - 1;
    expect(textOf(await bot.handle(message('能开居住证明吗')))).toContain('身份：worker');
    now += IDLE;
    const reply = textOf(await bot.handle(message('能开居住证明吗')));
    expect(reply).toContain('身份：resident');
    expect(reply).toContain('不是工作人员');
  });

  it('answers with the words of the person untouched, marks and braces included', async () => {
    const bot = await testBot();
    const text = '能开 <b>{{x}}</b> & "居住证明" 吗';
    expect(textOf(await bot.handle(message(text)))).toContain(`答：${text}`);
  });
});
