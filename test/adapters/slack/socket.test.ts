import { LogLevel } from '@slack/bolt';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { configSchema } from '#adapters/slack/config.js';
import { createSocketReceiver } from '#adapters/slack/socket.js';
import { stage } from '../../channels/support.js';
import { APP_TOKEN, BOT_TOKEN, type FakeSlack, fakeSlack } from './fake-slack.js';

const nothing = () => undefined;
const logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};

let slack: FakeSlack;
beforeEach(async () => {
  slack = await fakeSlack();
});
afterEach(() => slack.close());

const open = () => {
  const scene = stage();
  const settings = { mode: 'socket', botToken: BOT_TOKEN, appToken: APP_TOKEN, apiUrl: slack.apiUrl };
  return { ...scene, receiver: createSocketReceiver(configSchema.parse(settings), scene.context, logger) };
};

it('an envelope that the library does not expect is logged, and the socket stays open', async () => {
  const { receiver, logged } = open();
  await receiver.start();
  slack.push({ type: 'events_api', envelope_id: 'e1' });
  slack.push({ type: 'events_api', envelope_id: 'e2', payload: { event: null } });
  await expect.poll(() => logged).toEqual(['warn slack.refused', 'warn slack.refused']);
  await receiver.stop();
});

it('a reconnection that Slack refuses is logged and ends nothing but the channel', async () => {
  const { receiver, logged } = open();
  await receiver.start();
  slack.revoke();
  await expect(receiver.client.start()).resolves.toEqual({ ok: false });
  expect(logged).toEqual(['error QD-CHANNEL']);
  await receiver.stop();
});

it('a first connection that Slack refuses is an error of starting', async () => {
  slack.revoke();
  await expect(open().receiver.start()).rejects.toThrow('invalid_auth');
});
