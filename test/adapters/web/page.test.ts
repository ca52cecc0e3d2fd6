import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Reply } from '#conversation/message.js';
import { echoBot } from '../../server/support/server.js';
import { openSite, readText, repliesOn } from './support/site.js';

const asking = (): Reply => ({
  blocks: [
    { type: 'choices', prompt: '您问的是哪一项？', choices: [{ id: 'item-1', label: '居住证明' }] },
    { type: 'feedback', answerId: 'answer-1' },
  ],
});

describe('the chat page, without its script', () => {
  it('shows what it is, three examples and a field to begin with', async () => {
    const { browser } = await openSite();
    const { body } = await browser().open();
    expect(readText(body)).toContain('这是一个程序，不是工作人员');
    expect(body.match(/<button name="text" value="[^"]+吗?">/gu)?.length).toBeGreaterThanOrEqual(3);
    expect(body).toMatch(/<textarea id="text" name="text"/u);
    expect(readText(body)).toContain('发通知');
  });

  it('shows question and reply after a form was sent', async () => {
    const { browser } = await openSite();
    const own = browser();
    await own.open();
    const page = await own.send({ text: '能开居住证明吗' });
    expect(repliesOn(page)).toEqual(['您说：能开居住证明吗']);
    expect(readText(page)).toContain('能开居住证明吗');
    expect(page).not.toContain('id="welcome"');
  });

  it('keeps the turns of one browser in order and from every other browser', async () => {
    const { browser } = await openSite();
    const [one, other] = [browser(), browser()];
    await one.open();
    await other.open();
    await one.send({ text: '甲' });
    await other.send({ text: '乙' });
    expect(repliesOn(await one.send({ text: '丙' }))).toEqual(['您说：甲', '您说：丙']);
    expect(repliesOn((await other.open()).body)).toEqual(['您说：乙']);
  });

  it('takes the same form once, however often it is sent', async () => {
    const bot = echoBot();
    const { browser } = await openSite({ bot });
    const own = browser();
    const [, nonce = ''] = /name="event" value="([^"]+)"/u.exec((await own.open()).body) ?? [];
    const form = { text: '能开吗', event: nonce };
    const [first] = await Promise.all([own.post(form), own.post(form), own.post(form)]);
    expect(first).toMatchObject({
      statusCode: 303,
      headers: { location: expect.stringMatching(/^\/#turn-\d+$/) },
    });
    expect(repliesOn((await own.open()).body)).toEqual(['您说：能开吗']);
    // A page that was gone back to has its old id and a new question.
    expect(repliesOn(await own.send({ text: '另一件事', event: nonce }))).toHaveLength(2);
  });

  it('hands on choices, feedback, place and the settings’ region and role', async () => {
    const bot = echoBot();
    const { browser } = await openSite({ bot, settings: { region: '重庆市', role: 'worker' } });
    const own = browser();
    await own.open();
    await own.post({ text: '居住证明', choice: 'item-1' });
    await own.post({ choice: 'feedback:answer-1:wrong' });
    await own.post({ place: ' 南岸区 ' });
    expect(bot.got).toMatchObject([
      { channel: 'web', text: '居住证明', choice: 'item-1', region: '重庆市', role: 'worker' },
      { text: '不对', choice: 'feedback:answer-1:wrong' },
      { text: '我在南岸区' },
    ]);
  });

  it('shows choices and feedback as buttons, and what was said of an answer instead of its buttons', async () => {
    const { browser } = await openSite({ bot: echoBot(asking) });
    const own = browser();
    await own.open();
    const asked = await own.send({ text: '能开证明吗' });
    expect(asked).toContain(
      '<button name="choice" value="item-1"><span class="number">1</span>居住证明</button>',
    );
    expect(asked).toContain('<button name="choice" value="feedback:answer-1:useful">有用</button>');
    const rated = await own.send({ choice: 'feedback:answer-1:useful' });
    expect(rated).toContain('已反馈：有用');
    expect(rated).not.toContain('value="feedback:answer-1:wrong"');
  });

  it('sends nothing for an empty form', async () => {
    const bot = echoBot();
    const { browser } = await openSite({ bot });
    const own = browser();
    await own.open();
    for (const text of ['', ' \n ']) expect((await own.post({ text })).headers.location).toBe('/#text');
    expect(bot.got).toEqual([]);
  });

  it('shows the turn at once to a browser that takes no cookies', async () => {
    const { browser } = await openSite();
    const response = await browser().post({ text: '能开吗' });
    expect(response.statusCode).toBe(200);
    expect(repliesOn(response.body)).toEqual(['您说：能开吗']);
  });

  it('forgets the conversation on demand and after half an hour', async () => {
    let now = 0;
    const { browser } = await openSite({ clock: () => now });
    const own = browser();
    await own.open();
    await own.send({ text: '甲' });
    const before = own.cookie;
    expect(repliesOn(await own.send({}, '/chat/new'))).toEqual([]);
    expect(own.cookie).not.toBe(before);
    await own.send({ text: '乙' });
    now = 30 * 60_000;
    expect(repliesOn((await own.open()).body)).toEqual([]);
  });

  it('hides personal numbers in what it shows again', async () => {
    const { browser } = await openSite({ bot: echoBot(() => ({ blocks: [{ type: 'text', text: '好' }] })) });
    const own = browser();
    await own.open();
    const page = await own.send({ text: '我的电话是13812345678，能开居住证明吗' });
    expect(page).not.toContain('13812345678');
    expect(page).toContain('〔电话〕，能开居住证明吗');
  });

  it('shows a title of the operator’s', async () => {
    const { browser } = await openSite({ settings: { title: '南岸区 <清单>' } });
    expect((await browser().open()).body).toContain('<h1>南岸区 &lt;清单&gt;</h1>');
  });
});

describe('a file in a reply', () => {
  const bytes = new TextEncoder().encode('甲,乙');
  const reply = (): Reply => ({
    blocks: [{ type: 'file', name: '表"一".csv', mediaType: 'text/html', bytes }],
  });

  it('is saved, never shown, and only by the browser it was made for', async () => {
    const { browser } = await openSite({ bot: echoBot(reply) });
    const own = browser();
    await own.open();
    const page = await own.send({ text: '给我表格' });
    const [, address = ''] = /href="(\/chat\/file[^"]+)"/u.exec(page) ?? [];
    const file = await own.open(readText(address));
    expect(file.rawPayload.equals(Buffer.from(bytes))).toBe(true);
    expect(file.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''%E8%A1%A8%22%E4%B8%80%22.csv",
    );
    const other = browser();
    await other.open();
    const refused = await other.open(readText(address));
    expect(refused.statusCode).toBe(404);
    expect(refused.body).toContain('这个文件已经不在了');
    expect((await own.open('/chat/file?turn=x&block=__proto__')).statusCode).toBe(404);
  });
});

describe('the page’s assets', () => {
  it('are there under the addresses the page names, to be kept for ever', async () => {
    const { browser } = await openSite();
    const { body } = await browser().open();
    const addresses = Array.from(body.matchAll(/(?:href|src)="(\/chat\/assets\/[^"]+)"/gu), (m) => m[1]);
    expect(addresses).toHaveLength(5);
    for (const address of addresses) {
      const asset = await browser().open(address);
      expect(asset.statusCode).toBe(200);
      expect(asset.headers['cache-control']).toContain('immutable');
    }
    expect((await browser().open('/chat/assets/chat.js?v=old')).headers['cache-control']).toBe('no-cache');
  });

  it('weigh, with a page that holds an answer, far less than 100 KB as they go over the wire', async () => {
    const { browser } = await openSite();
    const own = browser();
    await own.open();
    const page = await own.send({ text: '甲' });
    const addresses = Array.from(
      page.matchAll(/(?:href|src)="(\/chat\/assets\/[^"]+)"/gu),
      ([, address = '']) => address,
    );
    const assets = await Promise.all(addresses.map(async (address) => (await own.open(address)).rawPayload));
    const bytes = [Buffer.from(page), ...assets].reduce((sum, part) => sum + gzipSync(part).length, 0);
    expect(bytes).toBeLessThan(100 * 1024);
  });

  it('need nothing from elsewhere and nothing inline, which the policy would refuse', async () => {
    const { browser } = await openSite();
    const own = browser();
    const pages = [(await own.open()).body, await own.send({ text: '甲' })];
    for (const page of pages) {
      expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]* src="\/)/u);
      expect(page).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//u);
    }
  });
});
