import { describe } from 'vitest';
import { createAdapter } from '#adapters/slack/adapter.js';
import { configSchema } from '#adapters/slack/config.js';
import { MOST_CHARACTERS } from '#adapters/slack/render.js';
import { request, serve, watched } from '../../channels/support.js';
import { channelConversation } from '../contract/conversation-suite.js';
import { channelContract, type OpenChannelWith } from '../contract/suite.js';
import {
  APP_TOKEN,
  BOT_TOKEN,
  direct,
  fakeSlack,
  mention,
  SECRET,
  SELF,
  signed,
  wordsOf,
} from './fake-slack.js';

/** The suite's clock stands at 0. */
const AT = 0;

const open =
  (mode: 'http' | 'socket'): OpenChannelWith =>
  async (given) => {
    const { context, idle } = watched(given);
    const slack = await fakeSlack();
    const settings = {
      mode,
      botToken: BOT_TOKEN,
      appToken: APP_TOKEN,
      signingSecret: SECRET,
      apiUrl: slack.apiUrl,
    };
    const adapter = createAdapter(configSchema.parse(settings), context);
    await adapter.start();
    const post = async (body: string, headers = signed(body, AT)) => {
      const asked = request('POST', '/channels/slack/events', {}, body, {
        'content-type': 'application/json',
        ...headers,
      });
      return (await serve(adapter, asked)).status;
    };
    let envelopes = 0;
    const push = async (payload: object) => {
      slack.push({ type: 'events_api', envelope_id: `e${++envelopes}`, payload });
      await idle(() => slack.posted.length + slack.uploaded.length);
      return null;
    };
    const send = (payload: object) => (mode === 'http' ? post(JSON.stringify(payload)) : push(payload));
    const from = (user: string) => ({ user, channel: `D${user}` });
    return {
      async deliver({ id, user, text, room }) {
        await send(
          room === undefined ? direct(id, text, from(user)) : mention(id, text, { user, channel: room }),
        );
      },
      async deliverFile({ id, user, text, file }) {
        const files = [slack.share(file.name, file.bytes)];
        await send(direct(id, text, { ...from(user), subtype: 'file_share', files }));
      },
      async files() {
        if (mode === 'http') await adapter.stop();
        return slack.uploaded.map(({ channel, name, bytes }) => ({ user: channel.slice(1), name, bytes }));
      },
      async sent() {
        if (mode === 'http') await adapter.stop();
        return slack.posted.map((message) => ({ user: message.channel.slice(1), text: wordsOf(message) }));
      },
      deliverOwn: async (text) => void (await send(direct('9', text, from(SELF.user_id)))),
      hostile: {
        forged: mode === 'http' ? () => post('{', signed('[', AT)) : null,
        oversized: () => send(direct('9', '很长'.repeat(200_000))),
        malformed: () => (mode === 'http' ? post('{') : push({ type: 'event_callback' })),
        foreign: () => send({ ...direct('9', '?'), event: { type: 'reaction_added', user: 'U1' } }),
      },
      limit: { most: MOST_CHARACTERS, size: (text) => text.length },
      close: async () => {
        await adapter.stop();
        await slack.close();
      },
    };
  };

describe('over HTTP', () => channelContract('slack', open('http')));
describe('over Socket Mode', () => channelContract('slack', open('socket')));

describe('in blocks', () => channelConversation('slack', open('http'), './conversation.golden.txt'));
