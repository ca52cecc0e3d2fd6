import { describe, expect, it } from 'vitest';
import { MOST_BYTES, PassiveAnswers, passiveParts } from '#channels/weixin/passive.js';
import type { IncomingMessage, Reply } from '#conversation/message.js';
import { NOW, stage, textReply } from '../support.js';

const LINE = '说明：这一行有二十来个字，够长，用来占满一条消息。';
const long = (lines: number): Reply => ({
  blocks: [
    { type: 'text', text: Array.from({ length: lines }, (_, i) => `${i}${LINE}`).join('\n') },
    {
      type: 'citations',
      closing: '以正式文件为准。',
      citations: Array.from({ length: 12 }, (_, i) => ({
        documentId: `d${i}`,
        title: `第${i}号关于印发某某清单的通知`,
        number: `某发〔2025〕${i}号`,
        locator: `第${i}条`,
        region: '重庆市',
        effectiveFrom: null,
        evidence: 'primary',
        summary: '',
        url: null,
      })),
    },
  ],
});

describe('a reply of several passive messages', () => {
  it('holds no link that a name or a quote has brought', () => {
    const parts = passiveParts({
      blocks: [{ type: 'text', text: '<a href="https://evil.example">点这里</a>' }],
    });
    expect(parts).toEqual(['＜a href="https://evil.example">点这里＜/a>']);
  });

  it.each([1, 5, 20, 40, 60])(
    'stays under 2,048 bytes each, with every citation whole (%i lines)',
    (lines) => {
      const parts = passiveParts(long(lines));
      for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(MOST_BYTES);
      for (let i = 0; i < 12; i++) {
        const citation = `《第${i}号关于印发某某清单的通知》（某发〔2025〕${i}号）第${i}条`;
        expect(parts.filter((part) => part.includes(citation))).toHaveLength(1);
      }
    },
  );

  it('says at the end of each but the last how to get the next', () => {
    const parts = passiveParts(long(60));
    expect(parts.length).toBeGreaterThan(1);
    parts.forEach((part, i) => {
      expect(part.includes('回复「继续」')).toBe(i < parts.length - 1);
    });
  });

  it('is one message without a remark where it fits', () => {
    expect(passiveParts(textReply('能。'))).toEqual(['能。']);
    expect(passiveParts({ blocks: [] })).toEqual([]);
  });
});

let events = 0;
const says = (text: string, user = 'u1'): IncomingMessage => ({
  eventId: `e${++events}`,
  channel: 'official-account',
  conversationId: user,
  userId: user,
  text,
  attachments: [],
});

describe('passive answers', () => {
  const all = passiveParts(long(60));

  it('give the rest on 「继续」, part by part, to the one who asked', async () => {
    const { context, heard } = stage(({ text }) => (text === '长' ? long(60) : textReply(`答：${text}`)));
    const answers = new PassiveAnswers(context.bot, context.clock, 500);
    expect(await answers.answer(says('长'))).toBe(all[0]);
    expect(await answers.answer(says('继续', 'u2'))).toBe('答：继续');
    for (const part of all.slice(1)) expect(await answers.answer(says(' 继续。'))).toBe(part);
    expect(await answers.answer(says('继续'))).toBe('答：继续');
    expect(heard).toHaveLength(3);
  });

  it('forget the rest when something else is asked, but not on an event seen before', async () => {
    const { context } = stage(({ text }) => (text === '长' ? long(60) : textReply(`答：${text}`)));
    const answers = new PassiveAnswers(context.bot, context.clock, 500);
    const first = says('长');
    await answers.answer(first);
    expect(await answers.answer(first)).toBeNull();
    expect(await answers.answer(says('继续'))).toBe(all[1]);
    await answers.answer(says('别的'));
    expect(await answers.answer(says('继续'))).toBe('答：继续');
  });

  it('forget the rest after half an hour', async () => {
    let now = NOW;
    const { context } = stage(
      ({ text }) => (text === '长' ? long(60) : textReply(`答：${text}`)),
      () => now,
    );
    const answers = new PassiveAnswers(context.bot, context.clock, 500);
    await answers.answer(says('长'));
    now += 30 * 60_000;
    expect(await answers.answer(says('继续'))).toBe('答：继续');
  });

  it('keep an answer that comes late for 「继续」', async () => {
    let finish: (reply: Reply) => void = () => undefined;
    const slow = new Promise<Reply>((resolve) => {
      finish = resolve;
    });
    const { context, heard } = stage(() => slow);
    const answers = new PassiveAnswers(context.bot, context.clock, 5);
    expect(await answers.answer(says('慢'))).toContain('回复「继续」');
    expect(await answers.answer(says('继续'))).toContain('正在查');
    finish(textReply('慢慢来的答复'));
    expect(await answers.answer(says('继续'))).toBe('慢慢来的答复');
    expect(heard).toHaveLength(1);
  });
});
