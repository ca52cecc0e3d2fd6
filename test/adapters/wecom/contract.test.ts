import { describe } from 'vitest';
import { createAdapter } from '#adapters/wecom/adapter.js';
import { configSchema } from '#adapters/wecom/config.js';
import { field, watched } from '../../channels/support.js';
import { channelConversation } from '../contract/conversation-suite.js';
import { channelContract, type OpenChannel, type OpenChannelWith } from '../contract/suite.js';
import {
  AGENT,
  CORP,
  fakeApi,
  fakeRobotServer,
  fileHost,
  KEY,
  opened,
  post,
  robotFile,
  robotText,
  TOKEN,
  textMessage,
} from './platform.js';

/** The suite's clock stands at 0. */
const AT = 0;
const APP = { corpId: CORP, token: TOKEN, encodingAesKey: KEY };

type Sent = { user: string; text: string };
const bytes = (most: number) => ({ most, size: (text: string) => Buffer.byteLength(text) });

const hostile = (adapter: ReturnType<typeof createAdapter>): OpenChannel['hostile'] => {
  const status = async (body: string, how = {}) => (await post(adapter, body, { at: AT, ...how })).status;
  return {
    forged: () => status('<xml', { token: 'guess' }),
    oversized: () => status(textMessage('9', '很长'.repeat(20_000))),
    malformed: () => status('<!DOCTYPE xml><xml></xml>'),
    foreign: () => status(textMessage('9', '?').replace('[text]', '[event]')),
  };
};

const passive: OpenChannelWith = async (context) => {
  const adapter = createAdapter(configSchema.parse(APP), context);
  await adapter.start();
  const sent: Sent[] = [];
  const answered = new Set<string>();
  return {
    async deliver({ id, user, text }) {
      const response = await post(adapter, textMessage(id, text, user), { at: AT });
      if (response.body === '' || answered.has(id)) return;
      answered.add(id);
      sent.push({ user, text: field(opened(response), 'Content') });
    },
    sent: async () => sent,
    deliverOwn: async (text) => void (await post(adapter, textMessage('9', text, CORP), { at: AT })),
    hostile: hostile(adapter),
    limit: bytes(2047),
    rest: '继续',
    close: () => adapter.stop(),
  };
};

const active: OpenChannelWith = async (context) => {
  const api = await fakeApi();
  const settings = { ...APP, agentId: AGENT, secret: 'app-secret', apiUrl: api.url };
  const adapter = createAdapter(configSchema.parse(settings), context);
  await adapter.start();
  return {
    deliver: async ({ id, user, text }) =>
      void (await post(adapter, textMessage(id, text, user), { at: AT })),
    sent: async () => {
      await adapter.stop();
      return api.sent;
    },
    files: async () => {
      await adapter.stop();
      return api.files;
    },
    deliverOwn: async (text) => void (await post(adapter, textMessage('9', text, CORP), { at: AT })),
    hostile: hostile(adapter),
    limit: bytes(2047),
    close: async () => {
      await adapter.stop();
      await api.close();
    },
  };
};

const robot: OpenChannelWith = async (given) => {
  const { context, idle } = watched(given);
  const server = await fakeRobotServer();
  const host = await fileHost();
  const settings = { botId: 'bot-1', botSecret: 'robot-secret', robotUrl: server.url };
  const adapter = createAdapter(configSchema.parse(settings), context);
  await adapter.start();
  const users = new Map<string, string>();
  let requests = 0;
  const push = (body: { from: { userid: string } } | object) => {
    const id = `r${++requests}`;
    if ('from' in body) users.set(id, body.from.userid);
    server.push('aibot_msg_callback', id, body);
    return idle(() => server.frames.length + server.files.length).then(() => null);
  };
  return {
    deliver: async ({ id, user, text }) => void (await push(robotText(id, text, user))),
    deliverFile: async ({ id, user, file }) =>
      void (await push(robotFile(id, host.share(file.name, file.bytes), user))),
    files: async () => server.files.map(({ chat, name, bytes }) => ({ user: chat, name, bytes })),
    sent: async () =>
      server.frames.map(({ headers, body }) => ({
        user: users.get(headers.req_id) ?? body.chatid ?? '',
        text: body.stream?.content ?? body.markdown?.content ?? '',
      })),
    deliverOwn: async (text) => void (await push(robotText('9', text, 'bot-1'))),
    hostile: {
      forged: null,
      oversized: () => push(robotText('9', '很长'.repeat(20_000))),
      malformed: () => push({ ...robotText('9', '?'), text: { content: 7 } }),
      foreign: () => push({ ...robotText('9', '?'), msgtype: 'hologram' }),
    },
    limit: bytes(20_480),
    close: async () => {
      await adapter.stop();
      await server.close();
      await host.close();
    },
  };
};

describe('an application that answers in the response', () => channelContract('wecom', passive));
describe('an application that sends its answers', () => channelContract('wecom', active));
describe('a robot', () => channelContract('wecom', robot));

describe('in sent messages', () => channelConversation('wecom', active, './conversation.golden.txt'));
describe('in Markdown', () => channelConversation('wecom', robot, './conversation-robot.golden.txt'));
