import { describe, expect, it } from 'vitest';
import type { Reply, Standing } from '#conversation/message.js';
import { echoBot } from '../../server/support/server.js';
import { openSite, readText } from './support/site.js';

const ANSWER = {
  ...({ id: 'answer-1', verdict: 'assist', judged: true, restsOnRows: true } as const),
  ...{ region: '重庆市', date: '2026-11-27', catalogueVersion: '0123456789ab' },
};
const standing = (changed: Partial<Standing> = {}): Standing => ({
  ...{ role: null, region: null, answer: ANSWER, goesOn: true },
  ...changed,
});
const saying = (changed?: Partial<Standing>) => (): Reply => ({
  blocks: [{ type: 'text', text: '好' }],
  standing: standing(changed),
});
const scopeOn = (page: string) => /<b id="scope-now"[^>]*>([^<]*)<\/b>/u.exec(page)?.[1];
const followUps = (page: string) =>
  Array.from(
    page.matchAll(
      /<button name="text" value="([^"]+)">[^<]*<\/button>(?=.*?<a class="button" href="#place">)/gsu,
    ),
    ([, said]) => said,
  );

describe('the chip', () => {
  it('shows the settings’ place and role first, then what the conversation goes by', async () => {
    const settings = { region: '重庆市', role: 'worker' };
    const bot = echoBot(saying({ region: '重庆市南岸区', role: 'resident' }));
    const own = (await openSite({ bot, settings })).browser();
    expect(scopeOn((await own.open()).body)).toBe('重庆市 · 社区工作者');
    expect(scopeOn(await own.send({ text: '我在南岸区' }))).toBe('重庆市南岸区 · 居民');
    const headers = { accept: 'application/json' };
    expect((await own.post({ text: '再问' }, { headers })).json().turn.scope).toBe('重庆市南岸区 · 居民');
  });

  it('shows the whole country and a resident where nobody said anything', async () => {
    const { browser } = await openSite();
    expect(scopeOn((await browser().open()).body)).toBe('全国 · 居民');
  });
});

describe('what to ask next', () => {
  it('is offered under the latest answer alone', async () => {
    const own = (await openSite({ bot: echoBot(saying()) })).browser();
    await own.open();
    await own.send({ text: '甲' });
    const page = await own.send({ text: '乙' });
    expect(page.match(/class="follow"/gu)).toHaveLength(1);
    expect(followUps(page).slice(-3)).toEqual(['依据是哪条', '去哪办', '怎么回他']);
  });

  it('has a letter for those who write letters, and leaves out what was just asked', async () => {
    const own = (await openSite({ bot: echoBot(saying({ role: 'worker', answer: null })) })).browser();
    await own.open();
    const page = await own.send({ text: '去哪办' });
    expect(followUps(page).slice(-2)).toEqual(['依据是哪条', '帮我写回函']);
  });

  it('isn’t offered before there is a verdict', async () => {
    const own = (await openSite({ bot: echoBot(saying({ goesOn: false })) })).browser();
    await own.open();
    expect(await own.send({ text: '甲' })).not.toContain('class="follow"');
  });
});

describe('the text size', () => {
  it('is large on every page from the switch on, without a script, and comes back to its page', async () => {
    const { app } = await openSite();
    const post = (fields: Record<string, string>) =>
      app.inject({
        ...{ method: 'POST', url: '/chat/text-size', payload: new URLSearchParams(fields).toString() },
        headers: {
          ...{ host: 'localhost:80', origin: 'http://localhost:80' },
          'content-type': 'application/x-www-form-urlencoded',
        },
      });
    const { headers } = await post({ size: 'large', back: '/lists/a-b' });
    expect(headers).toMatchObject({
      location: '/lists/a-b',
      'set-cookie': expect.stringContaining('=large;'),
    });
    const page = await app.inject({ url: '/', headers: { cookie: 'qingdan-text=large' } });
    expect(page.body).toContain('<html lang="zh-CN" class="large">');
    for (const back of [
      '//elsewhere.example',
      '/\\elsewhere.example',
      'https://elsewhere.example',
      '/a\r\nb',
    ])
      expect((await post({ size: 'large', back })).headers.location).toBe('/');
  });
});

describe('the shell', () => {
  it('is English by setting, and what is sent and answered stays Chinese', async () => {
    const own = (await openSite({ bot: echoBot(saying()), settings: { language: 'en' } })).browser();
    const first = (await own.open()).body;
    expect(first).toContain('<html lang="en">');
    expect(readText(first)).toContain('This is a program, not a member of staff');
    expect(first).toContain('<button name="text" value="我是居民">I am a resident</button>');
    const page = await own.send({ text: '甲' });
    expect(page).toContain('<button name="text" value="去哪办">Where to go?</button>');
    // What of the page’s own stands in Chinese is said to be so.
    const own_ = page
      .replace(/<(\w+)[^>]* lang="zh-CN"[^>]*>.*?<\/\1>/gsu, '')
      .replace(/(?:value|placeholder|data-\w+)="[^"]*"/gu, '');
    expect(own_.match(/\p{Script=Han}{2,}/gu)?.filter((words) => words !== '清单助手') ?? []).toEqual([]);
  });

  it('introduces itself once: on the page, and not behind the first answer', async () => {
    const bot = echoBot();
    const own = (await openSite({ bot })).browser();
    expect(readText((await own.open()).body)).toContain('这是一个程序，不是工作人员');
    await own.send({ text: '甲' });
    expect(bot.got[0]).toMatchObject({ introduced: true });
  });
});

describe('other sites', () => {
  const settings = { embedOrigins: ['https://www.example.gov.cn'], publicUrl: 'https://qd.example.gov.cn' };

  it('may show no page by default, and get no script for it', async () => {
    const { app } = await openSite();
    expect((await app.inject('/')).headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect((await app.inject('/embed.js')).statusCode).toBe(404);
  });

  it('that are named may show the pages, and load the one script', async () => {
    const { app } = await openSite({ settings });
    const page = await app.inject('/');
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'none';.*frame-ancestors 'self' https:\/\/www\.example\.gov\.cn$/u,
    );
    expect(page.headers['set-cookie']).toMatch(/SameSite=None; Secure; Partitioned$/u);
    const script = await app.inject('/embed.js');
    expect(script.headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(script.body).not.toMatch(/innerHTML|document\.cookie|eval/u);
  });
});
