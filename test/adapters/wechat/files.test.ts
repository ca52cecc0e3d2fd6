import { afterEach, describe, expect, it } from 'vitest';
import { MOST_FILE_BYTES } from '#channels/files.js';
import type { IncomingMessage, Reply } from '#conversation/message.js';
import { type Stage, stage, textReply, watched } from '../../channels/support.js';
import { boxOf, KIND, type MockWeChat, mockWeChat } from './mock.js';

let scene: Stage;
let wechat: MockWeChat;
let idle: () => Promise<void>;

async function open(answer?: Parameters<typeof stage>[0]): Promise<void> {
  scene = stage(answer);
  const { context, idle: calm } = watched(scene.context);
  wechat = await mockWeChat(context);
  idle = () => calm(() => wechat.sent().length + wechat.files().length);
}
afterEach(() => wechat?.stop());

const bytes = Buffer.from('关于开展清查的通知');
const reading = async ({ attachments, text }: IncomingMessage): Promise<Reply> => {
  const [file] = attachments;
  if (file === undefined) return textReply('没有文件');
  const said = await file.read().then(
    (content) => `${file.name}：${Buffer.from(content)}`,
    ({ code, message }) => `${code} ${message}`,
  );
  return textReply(said + text);
};
const send = async (file: object | undefined, more: object = {}) => {
  wechat.deliver({
    id: 'm1',
    from: 'u1',
    kind: KIND.file,
    text: '<msg>…</msg>',
    ...(file && { file }),
    ...more,
  });
  await idle();
};

describe('a file sent to a personal 微信 account', () => {
  it('reaches the bot with its bytes, without the text that the puppet gives it', async () => {
    await open(reading);
    await send(boxOf('通知.docx', bytes));
    expect(wechat.sent()).toEqual([{ to: 'u1', text: '通知.docx：关于开展清查的通知' }]);
    expect(scene.heard[0]).toMatchObject({ text: '', attachments: [{ name: '通知.docx' }] });
  });

  it('is passed over in a room, where it can be meant for anybody', async () => {
    await open(reading);
    await send(boxOf('通知.docx', bytes), { room: 'r', mentions: true });
    expect(scene.heard).toEqual([]);
  });

  it('has its name cleaned', async () => {
    await open(reading);
    await send(boxOf('../\u202e通知.txt', bytes));
    expect(scene.heard[0]?.attachments[0]?.name).toBe('通知.txt');
  });

  it.each([
    [
      'too large, whatever it says',
      () => boxOf('大.pdf', new Uint8Array(MOST_FILE_BYTES + 1), { size: 3 }),
      'QD-FILE-SIZE',
    ],
    ['empty', () => boxOf('空.txt', bytes, { base64: '' }), 'QD-FILE-GONE'],
    ['not to be had from the puppet', () => undefined, 'QD-FILE-GONE 文件「文件」没有取到'],
  ])('that is %s is told of in words', async (_, file, words) => {
    await open(reading);
    await send(file());
    expect(wechat.sent()[0]?.text).toContain(words);
  });
});

describe('a file of a reply on a personal 微信 account', () => {
  const REPORT: Reply = {
    blocks: [
      { type: 'text', text: '研判好了' },
      { type: 'file', name: '报告.docx', mediaType: 'x', bytes },
    ],
  };

  it.each([
    ['to the person', {}, 'u1'],
    ['to the room', { room: 'r', mentions: true, text: '@清单助手 ?' }, 'r@chatroom'],
  ])('is sent %s', async (_, more, to) => {
    await open(() => REPORT);
    wechat.deliver({ id: 'm1', from: 'u1', text: '?', ...more });
    await idle();
    expect(wechat.files()).toEqual([{ to, name: '报告.docx', bytes }]);
  });

  it('is told of where the puppet sends none', async () => {
    await open(() => REPORT);
    wechat.refuseFiles();
    wechat.deliver({ id: 'm1', from: 'u1', text: '?' });
    await idle();
    expect(wechat.sent().map(({ text }) => text)).toEqual([
      '研判好了',
      expect.stringContaining('「报告.docx」没有发出去'),
    ]);
    expect(scene.logged).toContain('error QD-CHANNEL');
  });
});
