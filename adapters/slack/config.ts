import { z } from 'zod';
import { audienceFields } from '#channels/audience.js';

/** Settings of a Slack app, for one workspace. */
export const configSchema = z
  .strictObject({
    mode: z
      .enum(['socket', 'http'])
      .describe('接收方式：socket 由程序主动连接（不用公网地址），http 由 Slack 回调（要公网 https 地址）'),
    botToken: z
      .string()
      .regex(/^xoxb-/, '要 xoxb- 开头的令牌')
      .describe('机器人令牌（Bot User OAuth Token，xoxb- 开头）'),
    appToken: z
      .string()
      .regex(/^xapp-/, '要 xapp- 开头的令牌')
      .optional()
      .describe('应用级令牌（App-Level Token，xapp- 开头），socket 方式必填'),
    signingSecret: z.string().min(1).optional().describe('签名密钥（Signing Secret），http 方式必填'),
    apiUrl: z
      .url({ protocol: /^https?$/ })
      .default('https://slack.com/api/')
      .transform((url) => (url.endsWith('/') ? url : `${url}/`))
      .describe('Slack 接口地址'),
    ...audienceFields,
  })
  .superRefine(({ mode, appToken, signingSecret }, check) => {
    if (mode === 'socket' && appToken === undefined)
      check.addIssue({ code: 'custom', path: ['appToken'], message: 'socket 方式必填' });
    if (mode === 'http' && signingSecret === undefined)
      check.addIssue({ code: 'custom', path: ['signingSecret'], message: 'http 方式必填' });
  });

export type Settings = z.infer<typeof configSchema>;

export const secrets = ['botToken', 'appToken', 'signingSecret'] as const;
