import { expect, it } from 'vitest';
import { createAdapter } from '#adapters/slack/adapter.js';
import { configSchema } from '#adapters/slack/config.js';
import { httpServer, stage } from '../../channels/support.js';
import { BOT_TOKEN, command, fakeSlack, mention, press, SECRET, signed } from './fake-slack.js';

it('Slack and the program talk over HTTP both ways, every request signed', async () => {
  const slack = await fakeSlack();
  const scene = stage(undefined, Date.now);
  const settings = { mode: 'http', botToken: BOT_TOKEN, signingSecret: SECRET, apiUrl: slack.apiUrl };
  const adapter = createAdapter(configSchema.parse(settings), scene.context);
  const server = await httpServer(adapter, scene);
  await adapter.start();
  const post = async (body: string, type: string, secret = SECRET) => {
    const headers = { 'content-type': type, ...signed(body, Math.floor(Date.now() / 1000), secret) };
    return (await fetch(`${server.url}/channels/slack/events`, { method: 'POST', body, headers })).status;
  };
  const form = (fields: Record<string, string>) =>
    post(String(new URLSearchParams(fields)), 'application/x-www-form-urlencoded');

  const event = JSON.stringify(mention('Ev1', '能开居住证明吗'));
  expect(await post(event, 'application/json', 'guess')).toBe(401);
  expect(await post(event, 'application/json')).toBe(200);
  expect(await form(command('t1', '负面清单', slack.responseUrl('r1')))).toBe(200);
  const button = { action_id: 'qingdan:choice:0', value: '{"id":"i","label":"甲"}' };
  expect(await form({ payload: JSON.stringify(press('t2', button)) })).toBe(200);
  await adapter.stop();
  await server.close();
  await slack.close();
  expect(slack.posted.map(({ channel, text }) => [channel, text]).toSorted()).toEqual([
    ['C1', '答：甲'],
    ['C1', '答：能开居住证明吗'],
    ['r1', '答：负面清单'],
  ]);
});
