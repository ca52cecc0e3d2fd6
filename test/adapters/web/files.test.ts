import { describe, expect, it } from 'vitest';
import { LONGEST_NOTICE } from '#answer/index.js';
import { MOST_FILE_BYTES } from '#channels/files.js';
import { FORM_LIMIT } from '#server/multipart.js';
import { echoBot } from '../../server/support/server.js';
import { type Browser, ORIGIN, openSite, readText } from './support/site.js';

const bytes = new TextEncoder().encode('关于开展清查的通知');
const NOTICE = { name: '通知.docx', bytes, type: 'application/octet-stream' };
const JSON_WANTED = { accept: 'application/json' };

async function open() {
  const bot = echoBot(() => ({ blocks: [{ type: 'text', text: '收到' }] }));
  const { browser } = await openSite({ bot });
  const own = browser();
  await own.open();
  return { bot, own };
}
const shownIn = async (browser: Browser) => readText((await browser.open()).body);

describe('a file sent from the page', () => {
  it('reaches the bot with its bytes and the words beside it, and is shown by its name', async () => {
    const { bot, own } = await open();
    const response = await own.postFiles({ text: '归不归我们' }, [NOTICE]);
    expect(response.statusCode).toBe(303);
    const [message] = bot.got;
    expect(message).toMatchObject({ text: '归不归我们', attachments: [{ name: '通知.docx', size: 27 }] });
    expect(Buffer.from((await message?.attachments[0]?.read()) ?? [])).toEqual(Buffer.from(bytes));
    expect(await shownIn(own)).toContain('你：文件：通知.docx\n归不归我们');
  });

  it('needs no words', async () => {
    const { bot, own } = await open();
    await own.postFiles({ text: ' ' }, [NOTICE]);
    expect(bot.got).toMatchObject([{ text: '', attachments: [{ name: '通知.docx' }] }]);
    expect(await shownIn(own)).toContain('你：文件：通知.docx');
  });

  it('comes back to the page’s script as a turn', async () => {
    const { own } = await open();
    const response = await own.postFiles({}, [NOTICE], JSON_WANTED);
    expect(response.json().turn.html).toContain('文件：通知.docx');
  });

  it('is taken once for the same form, and again when another file goes with it', async () => {
    const { bot, own } = await open();
    const form = { event: 'event-0001' };
    await own.postFiles(form, [NOTICE]);
    await own.postFiles(form, [NOTICE]);
    await own.postFiles(form, [{ ...NOTICE, bytes: new TextEncoder().encode('另一份') }]);
    expect(bot.got).toHaveLength(2);
  });

  it('that was never picked is none', async () => {
    const { bot, own } = await open();
    const empty = { name: '', bytes: new Uint8Array() };
    await own.postFiles({ text: '能开吗\r\n第二行' }, [empty]);
    expect(bot.got).toMatchObject([{ text: '能开吗\n第二行', attachments: [] }]);
    expect((await own.postFiles({ text: '' }, [empty])).headers.location).toBe('/#text');
  });

  it('that is empty, or of another kind, is the bot’s to judge', async () => {
    const { bot, own } = await open();
    await own.postFiles({}, [{ name: '空.txt', bytes: new Uint8Array() }]);
    await own.postFiles({}, [{ name: '程序.exe', bytes, type: 'application/pdf' }]);
    expect(bot.got.map(({ attachments }) => attachments[0]?.name)).toEqual(['空.txt', '程序.exe']);
    expect(await bot.got[0]?.attachments[0]?.read()).toHaveLength(0);
  });

  it.each([
    ['../../etc/通知.txt', '通知.txt'],
    ['<img src=x onerror=alert(1)>.txt', '_img src=x onerror=alert(1)_.txt'],
    ['电话13812345678.txt', '电话〔电话〕.txt'],
  ])('with the odd name %j is shown as %j', async (name, shown) => {
    const { own } = await open();
    await own.postFiles({}, [{ name, bytes }]);
    const page = (await own.open()).body;
    expect(readText(page)).toContain(`文件：${shown}`);
    expect(page).not.toContain('<img');
    expect(page).not.toContain('13812345678');
  });
});

describe('a form with a file is refused in one sentence', () => {
  const large = (size: number) => [{ name: '大.pdf', bytes: new Uint8Array(size) }];

  it.each([
    ['two files', [NOTICE, NOTICE], 400, '一次只能有一个文件'],
    ['a file over 20 MB', large(MOST_FILE_BYTES + 1), 413, '「大.pdf」超过 20 MB'],
    ['a body over the limit', large(FORM_LIMIT), 413, '文件超过 20 MB'],
  ])('for %s, as a page and for the script', async (_, files, status, words) => {
    const { bot, own } = await open();
    const page = await own.postFiles({}, files, { accept: 'text/html' });
    expect(page.statusCode).toBe(status);
    expect(readText(page.body)).toContain(words);
    const problem = await own.postFiles({}, files, JSON_WANTED);
    expect(problem.statusCode).toBe(status);
    expect(problem.headers['content-type']).toContain('problem+json');
    expect(problem.json().detail).toContain(words);
    expect(bot.got).toEqual([]);
  });

  it('when it is broken or has countless parts', async () => {
    const { bot, own } = await open();
    const headers = { 'content-type': 'multipart/form-data; boundary=x', accept: 'application/json' };
    expect((await own.post({ text: '能开吗' }, { headers })).json().detail).toContain('没有收全');
    const many = Array.from({ length: 30 }, (_, i) => [`f${i}`, 'x'] as const);
    expect((await own.postFiles(Object.fromEntries(many), [NOTICE])).statusCode).toBe(400);
    expect(bot.got).toEqual([]);
  });

  it('when it comes from another site', async () => {
    const { bot, own } = await open();
    const elsewhere = { origin: 'https://elsewhere.example' };
    expect((await own.postFiles({}, [NOTICE], elsewhere)).statusCode).toBe(403);
    expect((await own.postFiles({}, [NOTICE], { origin: ORIGIN })).statusCode).toBe(303);
    expect(bot.got).toHaveLength(1);
  });
});

describe('a notice pasted into the text box', () => {
  const notice = '事\r\n'.repeat(LONGEST_NOTICE / 3).padEnd(LONGEST_NOTICE, '事');

  it('of the longest kind reaches the bot whole, with the script and without', async () => {
    const { bot, own } = await open();
    await own.post({ text: '事'.repeat(LONGEST_NOTICE) });
    await own.postFiles({ text: notice }, []);
    const [first, second] = bot.got;
    expect(first?.text).toHaveLength(LONGEST_NOTICE);
    expect(second?.text).toBe(notice.replaceAll('\r\n', '\n').trim());
  });

  it.each([
    ['characters', '事'.repeat(LONGEST_NOTICE), /你：事{1000}…/u],
    ['lines', '事\n'.repeat(100), /你：(?:事\n){14}事…/u],
  ])('is shown by its first %s', async (_, text, shown) => {
    const { own } = await open();
    await own.post({ text });
    expect(await shownIn(own)).toMatch(shown);
  });
});
