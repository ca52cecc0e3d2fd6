import { z } from 'zod';
import { audienceFields } from '#channels/audience.js';

const APP = ['corpId', 'token', 'encodingAesKey'] as const;
const ROBOT = ['botId', 'botSecret'] as const;

/** Settings of a 企业微信: an own application (自建应用), an intelligent robot (智能机器人), or both. */
export const configSchema = z
  .strictObject({
    corpId: z.string().min(1).optional().describe('企业 ID（CorpID），自建应用必填'),
    token: z.string().min(1).optional().describe('自建应用「接收消息」里的 Token，自建应用必填'),
    encodingAesKey: z
      .string()
      .regex(/^[A-Za-z0-9]{43}$/, '要43位字母和数字')
      .optional()
      .describe('自建应用「接收消息」里的 EncodingAESKey（43位），自建应用必填'),
    agentId: z.coerce.number().int().positive().optional().describe('自建应用的 AgentId，填了 secret 时必填'),
    secret: z
      .string()
      .min(1)
      .optional()
      .describe('自建应用的 Secret；填了就主动发送答复（长答复分几条发），不填就在回调里被动回复'),
    apiUrl: z
      .url({ protocol: /^https?$/ })
      .default('https://qyapi.weixin.qq.com')
      .describe('企业微信接口地址，私有化部署时填自己的'),
    botId: z.string().min(1).optional().describe('智能机器人的 Bot ID，智能机器人必填'),
    botSecret: z.string().min(1).optional().describe('智能机器人长连接的 Secret，智能机器人必填'),
    robotUrl: z
      .url({ protocol: /^wss?$/ })
      .default('wss://openws.work.weixin.qq.com')
      .describe('智能机器人的长连接地址，私有化部署时填管理后台显示的'),
    ...audienceFields,
  })
  .superRefine((settings, check) => {
    const require = (keys: readonly (keyof typeof settings)[], message: string) => {
      for (const key of keys)
        if (settings[key] === undefined) check.addIssue({ code: 'custom', path: [key], message });
    };
    const app = [...APP, 'secret' as const, 'agentId' as const].some((key) => settings[key] !== undefined);
    const robot = ROBOT.some((key) => settings[key] !== undefined);
    if (app) require(APP, '用自建应用时必填');
    if (robot) require(ROBOT, '用智能机器人时必填');
    if (settings.secret !== undefined) require(['agentId'], '填了 secret 时必填');
    if (!app && !robot)
      require([
        'corpId',
      ], '自建应用（corpId、token、encodingAesKey）和智能机器人（botId、botSecret）至少要配置一种');
  });

export type Settings = z.infer<typeof configSchema>;

export const secrets = ['token', 'encodingAesKey', 'secret', 'botSecret'] as const;

/** What the callback of an own application needs. */
export interface AppSettings {
  corpId: string;
  token: string;
  encodingAesKey: string;
}

/** The application's part of the settings, null where only the robot is configured. */
export function appSettings({ corpId, token, encodingAesKey }: Settings): AppSettings | null {
  if (corpId === undefined || token === undefined || encodingAesKey === undefined) return null;
  return { corpId, token, encodingAesKey };
}
