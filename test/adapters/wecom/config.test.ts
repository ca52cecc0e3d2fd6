import { describe, expect, it } from 'vitest';
import { configSchema } from '#adapters/wecom/config.js';
import { CORP, KEY, TOKEN } from './platform.js';

const APP = { corpId: CORP, token: TOKEN, encodingAesKey: KEY };
const ROBOT = { botId: 'b', botSecret: 's' };
const wrong = (settings: object) =>
  configSchema.safeParse(settings).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('the settings of a 企业微信', () => {
  it.each([
    ['an application', APP],
    ['an application that sends', { ...APP, agentId: '1000002', secret: 's' }],
    ['a robot', ROBOT],
    ['both', { ...APP, ...ROBOT }],
    [
      'a private deployment',
      { ...ROBOT, robotUrl: 'wss://wx.example.gov.cn/ws', apiUrl: 'https://wx.example.gov.cn' },
    ],
  ])('are right for %s', (_, settings) => {
    expect(wrong(settings)).toEqual([]);
  });

  it('lead to the public addresses by themselves', () => {
    expect(configSchema.parse(ROBOT)).toMatchObject({
      apiUrl: 'https://qyapi.weixin.qq.com',
      robotUrl: 'wss://openws.work.weixin.qq.com',
    });
  });

  it.each([
    ['neither an application nor a robot', {}, ['corpId']],
    ['half an application', { corpId: CORP }, ['token', 'encodingAesKey']],
    ['half a robot', { botId: 'b' }, ['botSecret']],
    ['a secret of no application', { ...APP, secret: 's' }, ['agentId']],
    ['an address that is none', { ...ROBOT, robotUrl: 'https://x' }, ['robotUrl']],
  ])('are wrong with %s', (_, settings, paths) => {
    expect(wrong(settings)).toEqual(paths);
  });
});
