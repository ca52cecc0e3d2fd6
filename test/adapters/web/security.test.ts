import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '#adapters/web/render.js';
import type { Citation } from '#catalogue/citation.js';
import type { Block } from '#conversation/message.js';
import { CITATION } from '../../server/support/answer.js';
import { echoBot } from '../../server/support/server.js';
import { ORIGIN, openSite, repliesOn } from './support/site.js';

describe('a form', () => {
  it.each<[string, Record<string, string>, number]>([
    ['of the page itself', { origin: ORIGIN }, 303],
    ['of another site', { origin: 'https://elsewhere.example' }, 403],
    ['of the same host on another port', { origin: 'http://localhost:8080' }, 403],
    ['of a page without an origin (a file, a sandbox)', { origin: 'null' }, 403],
    ['of a browser extension', { origin: 'chrome-extension://localhost' }, 403],
    ['with a broken origin', { origin: 'localhost' }, 403],
    ['without origin, from this site as the browser says', { 'sec-fetch-site': 'same-origin' }, 303],
    ['without origin, from another site as the browser says', { 'sec-fetch-site': 'cross-site' }, 403],
    ['with neither', {}, 403],
  ])('%s is answered with %o → %i', async (_what, headers, status) => {
    const bot = echoBot();
    const { app, browser } = await openSite({ bot });
    const own = browser();
    await own.open();
    const response = await app.inject({
      method: 'POST',
      url: '/chat',
      headers: {
        host: 'localhost:80',
        cookie: own.cookie,
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      payload: 'text=%E7%94%B2',
    });
    expect(response.statusCode).toBe(status);
    expect(bot.got).toHaveLength(status === 303 ? 1 : 0);
  });

  it('behind a proxy is known by the public address', async () => {
    const { browser } = await openSite({ settings: { publicUrl: 'https://qd.example.gov.cn/' } });
    const statusFrom = async (origin: string) =>
      (await browser().post({ text: '甲' }, { headers: { origin, host: '10.0.0.2:3000' } })).statusCode;
    expect(await statusFrom('https://qd.example.gov.cn')).toBe(200);
    expect(await statusFrom('http://qd.example.gov.cn')).toBe(403);
    expect(await statusFrom('http://10.0.0.2:3000')).toBe(403);
  });

  it('of another site can’t make a browser start anew either', async () => {
    const { browser } = await openSite();
    const own = browser();
    await own.open();
    await own.send({ text: '甲' });
    const headers = { origin: 'https://elsewhere.example' };
    expect((await own.post({}, { url: '/chat/new', headers })).statusCode).toBe(403);
    expect(repliesOn((await own.open()).body)).toHaveLength(1);
  });

  it('over the limit of a body is refused', async () => {
    const bot = echoBot();
    const { browser } = await openSite({ bot });
    expect((await browser().post({}, { url: '/chat/new' })).statusCode).toBe(303);
    const long = { text: 'x'.repeat(700_000) };
    expect((await browser().post(long, { url: '/chat/new' })).statusCode).toBe(413);
    const refused = await browser().post(long);
    expect(refused.statusCode).toBe(413);
    expect(refused.body).toContain('一次最多六万字');
    expect(bot.got).toEqual([]);
  });
});

describe('the cookie', () => {
  it('can’t be read by scripts nor sent by other sites', async () => {
    const { browser } = await openSite();
    expect((await browser().open()).headers['set-cookie']).toMatch(
      /^qingdan=[\w-]{44}; Path=\/; HttpOnly; SameSite=Lax$/u,
    );
  });

  it('goes over https only where the page is https', async () => {
    const { browser } = await openSite({ settings: { publicUrl: 'https://qd.example.gov.cn' } });
    expect((await browser().open()).headers['set-cookie']).toMatch(
      /^__Host-qingdan=[\w-]{44}; Path=\/; HttpOnly; SameSite=Lax; Secure$/u,
    );
  });

  it.each([
    'qingdan=',
    'qingdan=a b',
    'qingdan=<script>',
    'qingdan=api:abc',
    'qingdan=planted',
    `qingdan=${'x'.repeat(44)}`,
  ])('that this page never set (%s) is replaced', async (cookie) => {
    const { app } = await openSite();
    const response = await app.inject({ url: '/', headers: { cookie } });
    expect(response.headers['set-cookie']).toMatch(/^qingdan=[\w-]{44};/u);
  });

  it('is all that opens a stream', async () => {
    const { app } = await openSite();
    expect((await app.inject({ url: '/chat/events' })).statusCode).toBe(403);
  });
});

describe('hostile words', () => {
  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</textarea><svg onload=alert(1)>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    'javascript:alert(1)',
    '\u202e<b>',
  ])('stay words on the page: %s', async (text) => {
    const { browser } = await openSite();
    const own = browser();
    await own.open();
    const benign = await own.send({ text: '甲' });
    await own.send({}, '/chat/new');
    const hostile = await own.send({ text, place: '', choice: '' });
    expect(tagsIn(hostile)).toEqual(tagsIn(benign));
    expect(repliesOn(hostile)).toEqual([`您说：${text}`]);
  });

  it('never make a tag or leave an attribute, in whatever part of a reply they stand', () => {
    const words = fc.string({ unit: fc.constantFrom(...'<>"\'&=/;` ax甲') }).map((text) => `甲${text}`);
    fc.assert(
      fc.property(words, (text) => {
        expect(tagsIn(htmlOf(blocksSaying(text)))).toEqual(tagsIn(htmlOf(blocksSaying('甲'))));
      }),
      { numRuns: 500 },
    );
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', ' https://x', 'ftp://x', '//x'])(
    'never become a link: %s',
    (url) => {
      const citation: Citation = { ...CITATION, url };
      expect(htmlOf([{ type: 'citations', citations: [citation], closing: '' }])).not.toContain('<a ');
    },
  );
});

const htmlOf = (blocks: Block[]): string =>
  render({ blocks })
    .map(({ html }) => html)
    .join('');

/** The tags with the names of their attributes: what a browser makes of the markup, without the words. */
const tagsIn = (html: string): string[] =>
  Array.from(html.matchAll(/<[^>]*>/gu), ([tag]) => tag.replace(/"[^"]*"/gu, '""'));

/** Every kind of block with the same words in all of its places. */
function blocksSaying(text: string): Block[] {
  const citation: Citation = {
    ...CITATION,
    title: text,
    number: text,
    locator: text,
    region: text,
    summary: text,
  };
  return [
    { type: 'text', text },
    { type: 'verdict', verdict: 'assist', headline: text, lines: [text, `说明：${text}`] },
    { type: 'citations', citations: [citation, { ...citation, url: `https://x/${text}` }], closing: text },
    { type: 'choices', prompt: text, choices: [{ id: text, label: text }] },
    { type: 'table', header: [text], rows: [[text, text]] },
    { type: 'file', name: text, mediaType: text, bytes: new Uint8Array() },
    { type: 'feedback', answerId: text },
  ];
}
