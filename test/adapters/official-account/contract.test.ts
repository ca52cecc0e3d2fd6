import { describe } from 'vitest';
import { createAdapter } from '#adapters/official-account/adapter.js';
import { configSchema } from '#adapters/official-account/config.js';
import { field } from '../../channels/support.js';
import { channelConversation } from '../contract/conversation-suite.js';
import { channelContract, type OpenChannelWith } from '../contract/suite.js';
import { AES, opened, PLAIN, post, postSealed, signed, textMessage, xml } from './platform.js';

/** The suite's clock stands at 0. */
const AT = 0;

const open =
  (mode: 'plain' | 'aes'): OpenChannelWith =>
  async (context) => {
    const adapter = createAdapter(configSchema.parse(mode === 'plain' ? PLAIN : AES), context);
    await adapter.start();
    const sent: { user: string; text: string }[] = [];
    const bytes = new Map<string, string>();
    const send = (body: string) =>
      mode === 'plain' ? post(adapter, body, signed(AT)) : postSealed(adapter, body, { at: AT });
    return {
      async deliver({ id, user, text }) {
        const response = await send(textMessage(id, text, user));
        const body = String(response.body);
        if (body === 'success') return;
        const first = bytes.get(id);
        if (first !== undefined) {
          if (first !== body) throw new Error('a retry got other bytes');
          return;
        }
        bytes.set(id, body);
        sent.push({ user, text: field(mode === 'plain' ? body : opened(response), 'Content') });
      },
      sent: async () => sent,
      hostile: {
        forged: async () =>
          (await post(adapter, '<xml', { ...signed(AT), signature: '0'.repeat(40) })).status,
        oversized: async () => (await send(textMessage('9', '很长'.repeat(20_000)))).status,
        malformed: async () => (await send('<!DOCTYPE xml><xml></xml>')).status,
        foreign: async () =>
          (await send(xml({ ToUserName: 'gh', FromUserName: 'u', MsgType: 'event', Event: 'SCAN' }))).status,
      },
      limit: { most: 2047, size: (text) => Buffer.byteLength(text) },
      rest: '继续',
      close: () => adapter.stop(),
    };
  };

describe('in plain mode', () => channelContract('official-account', open('plain')));
describe('in secure mode', () => channelContract('official-account', open('aes')));

describe('in passive replies', () =>
  channelConversation('official-account', open('aes'), './conversation.golden.txt'));
