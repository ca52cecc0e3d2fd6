import { describe, expect, it } from 'vitest';
import { MOST_FILE_BYTES } from '#channels/files.js';
import { FORM_LIMIT } from '#server/multipart.js';
import { BODY_LIMIT, JSON_LIMIT } from '#server/options.js';
import { formOf } from './support/form.js';
import { echoBot, openServer } from './support/server.js';

const URL = '/api/v1/messages';
const data = Buffer.from('关于开展清查的通知').toString('base64');
const NOTICE = { name: '通知.docx', mediaType: 'text/plain', data };

async function post(payload: object, bot = echoBot()) {
  const app = await openServer({ bot });
  const response = await app.inject({ method: 'POST', url: URL, payload });
  return { response, got: bot.got };
}

async function postForm(
  fields: Record<string, string>,
  files: readonly { name: string; bytes: Uint8Array }[],
  url = URL,
) {
  const bot = echoBot();
  const app = await openServer({ bot });
  const response = await app.inject({ method: 'POST', url, ...(await formOf(fields, files)) });
  return { response, got: bot.got };
}

const FILE = { name: '通知.docx', bytes: Buffer.from('关于开展清查的通知') };

describe('a file in a form to POST /api/v1/messages', () => {
  it('reaches the bot with its bytes and the fields beside it', async () => {
    const fields = { text: '归不归我们', role: 'worker', conversationId: 'abc' };
    const { response, got } = await postForm(fields, [FILE]);
    expect(response.statusCode).toBe(200);
    expect(response.json().conversationId).toBe('abc');
    expect(got).toMatchObject([
      { text: '归不归我们', role: 'worker', attachments: [{ name: '通知.docx', size: 27 }] },
    ]);
    const bytes = await got[0]?.attachments[0]?.read();
    expect(Buffer.from(bytes ?? []).toString()).toBe('关于开展清查的通知');
  });

  it('of the largest size is taken', async () => {
    const { response, got } = await postForm({}, [
      { name: 'a.pdf', bytes: Buffer.alloc(MOST_FILE_BYTES, 7) },
    ]);
    expect(response.statusCode).toBe(200);
    expect(await got[0]?.attachments[0]?.read()).toHaveLength(MOST_FILE_BYTES);
  });

  it.each([
    ['two files', {}, [FILE, FILE], 400, 'QD-INPUT', '一次只能有一个文件'],
    ['an unknown field', { path: '/etc/passwd' }, [FILE], 400, 'QD-INPUT', 'path'],
    ['a field of a wrong value', { role: 'king' }, [FILE], 400, 'QD-INPUT', 'role'],
    ['a text that is too long', { text: '长'.repeat(60_001) }, [FILE], 400, 'QD-TOO-LONG', '60000'],
    ['a text that no notice has', { text: '长'.repeat(200_000) }, [], 400, 'QD-TOO-LONG', '六万'],
    ['neither words nor a file', { text: ' ' }, [], 400, 'QD-EMPTY', '空'],
    [
      'a file over 20 MB',
      {},
      [{ name: 'a.pdf', bytes: Buffer.alloc(MOST_FILE_BYTES + 1) }],
      413,
      'QD-FILE-SIZE',
      '20 MB',
    ],
    [
      'a body over the limit',
      {},
      [{ name: 'a.pdf', bytes: Buffer.alloc(FORM_LIMIT) }],
      413,
      'QD-FILE-SIZE',
      '20 MB',
    ],
  ])('is refused with %s', async (_, fields, files, status, code, words) => {
    const { response, got } = await postForm(fields as Record<string, string>, files);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ status, code });
    expect(response.json().detail).toContain(words);
    expect(got).toEqual([]);
  });

  it.each(['https://evil.example', 'null', 'http://localhost.evil.example'])(
    'is refused from a page of %s, which may send forms without asking',
    async (origin) => {
      const bot = echoBot();
      const app = await openServer({ bot });
      const { headers, payload } = await formOf({ text: '一' }, [FILE]);
      const response = await app.inject({
        method: 'POST',
        url: URL,
        headers: { ...headers, origin },
        payload,
      });
      expect(response.statusCode).toBe(403);
      expect(bot.got).toEqual([]);
    },
  );

  it('goes to no address that takes no files', async () => {
    const { response } = await postForm({ text: '能开吗' }, [FILE], '/api/v1/answers');
    expect(response.json()).toMatchObject({ status: 415, code: 'QD-HTTP' });
  });
});

describe('a small file in the JSON of POST /api/v1/messages', () => {
  it.each([
    ['with words', { text: '看', attachments: [NOTICE] }, '看'],
    ['without words', { attachments: [NOTICE] }, ''],
    ['without a media type', { text: '看', attachments: [{ name: 'a.txt', data }] }, '看'],
    ['that is empty', { text: '看', attachments: [{ name: 'a.txt', data: '' }] }, '看'],
  ])('is taken %s', async (_, payload, text) => {
    const { response, got } = await post(payload);
    expect(response.statusCode).toBe(200);
    expect(got).toMatchObject([{ text, attachments: [{}] }]);
  });

  it('has its name cleaned', async () => {
    const { got } = await post({ attachments: [{ name: '../../\u202e通知\n.txt', data }] });
    expect(got[0]?.attachments[0]?.name).toBe('通知.txt');
  });

  it.each([
    ['broken Base64', [{ name: 'a.txt', data: '不是' }], 400, 'QD-INPUT', 'Base64'],
    ['Base64 of addresses', [{ name: 'a.txt', data: '-_-_' }], 400, 'QD-INPUT', 'Base64'],
    ['Base64 cut short', [{ name: 'a.txt', data: `${data}A` }], 400, 'QD-INPUT', 'Base64'],
    ['two files', [NOTICE, NOTICE], 400, 'QD-INPUT', '一次只能有一个文件'],
    ['a file without a name', [{ data }], 400, 'QD-INPUT', 'name'],
    ['an unknown field', [{ ...NOTICE, path: '/etc/passwd' }], 400, 'QD-INPUT', 'path'],
    ['no list', NOTICE, 400, 'QD-INPUT', 'attachments'],
    ['a body over the limit', [{ name: 'a.pdf', data: 'A'.repeat(JSON_LIMIT) }], 413, 'QD-HTTP', 'multipart'],
  ])('is refused with %s', async (_, attachments, status, code, words) => {
    const { response, got } = await post({ text: '看', attachments });
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ status, code });
    expect(response.json().detail).toContain(words);
    expect(got).toEqual([]);
  });

  it.each([{}, { text: ' ' }, { text: '', attachments: [] }])(
    'or words there must be: %j',
    async (payload) => {
      const { response } = await post(payload);
      expect(response.json()).toMatchObject({ status: 400, code: 'QD-EMPTY' });
    },
  );

  it('raises the limit of no other address', async () => {
    const app = await openServer();
    const payload = { text: 'x'.repeat(BODY_LIMIT) };
    const response = await app.inject({ method: 'POST', url: '/api/v1/answers', payload });
    expect(response.json()).toMatchObject({ status: 413, code: 'QD-HTTP' });
  });
});

describe('a file in a reply', () => {
  it('stands among the blocks, and in the text by its name', async () => {
    const file = { type: 'file', name: '报告.docx', mediaType: 'x', bytes: Buffer.from('报告') } as const;
    const { response } = await post(
      { text: '看' },
      echoBot(() => ({ blocks: [file] })),
    );
    const [reply] = response.json().replies;
    expect(reply.text).toBe('文件：报告.docx');
    expect(Buffer.from(reply.blocks[0].data, 'base64').toString()).toBe('报告');
  });
});
