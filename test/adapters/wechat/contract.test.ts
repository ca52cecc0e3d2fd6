import { watched } from '../../channels/support.js';
import { channelConversation } from '../contract/conversation-suite.js';
import { channelContract, type OpenChannelWith } from '../contract/suite.js';
import { boxOf, KIND, mockWeChat } from './mock.js';

const open: OpenChannelWith = async (given) => {
  const { context, idle } = watched(given);
  const wechat = await mockWeChat(context);
  const calm = () => idle(() => wechat.sent().length + wechat.files().length);
  const deliver = async (message: Parameters<typeof wechat.deliver>[0]) => {
    wechat.deliver(message);
    await calm();
    return null;
  };
  return {
    deliver: async ({ id, user, text, room }) =>
      void (await deliver({
        id,
        from: user,
        text: room === undefined ? text : `@清单助手 ${text}`,
        ...(room === undefined ? {} : { room, mentions: true }),
      })),
    deliverFile: async ({ id, user, file }) =>
      void (await deliver({
        id,
        from: user,
        kind: KIND.file,
        text: '<msg/>',
        file: boxOf(file.name, file.bytes),
      })),
    files: async () => wechat.files().map(({ to, name, bytes }) => ({ user: to, name, bytes })),
    sent: async () => wechat.sent().map(({ to, text }) => ({ user: to, text })),
    deliverOwn: async (text) => {
      wechat.own(text);
      await calm();
    },
    hostile: {
      // No signature: the puppet's connection is the account's own.
      forged: null,
      oversized: () => deliver({ id: '9', from: 'u9', text: '很长'.repeat(200_000) }),
      malformed: () => deliver({ id: '9', from: 'u9', kind: KIND.unknown }),
      foreign: () => deliver({ id: '9', from: 'u9', kind: KIND.image }),
    },
    limit: { most: 2047, size: (text) => Buffer.byteLength(text) },
    close: () => wechat.stop(),
  };
};

channelContract('wechat', open);
channelConversation('wechat', open, './conversation.golden.txt');
