import { z } from 'zod';
import { audienceFields } from '#channels/audience.js';
import { flag } from '#channels/fields.js';

/** Settings of a personal 微信 account through Wechaty. */
export const configSchema = z.strictObject({
  acceptAccountRisk: flag
    .refine(
      (accepted) => accepted,
      '非官方客户端可能导致微信号被封，确认接受才能启用（acceptAccountRisk: true）',
    )
    .describe('确认知道非官方客户端可能导致微信号被封（true）'),
  puppet: z
    .string()
    .regex(/^(?:@[\w.-]+\/)?wechaty-puppet-[\w.-]+$/, '要 wechaty-puppet-… 这样的包名')
    .describe('Wechaty 的接入方式（puppet 包名），例如 wechaty-puppet-service'),
  puppetToken: z.string().min(1).optional().describe('puppet 服务的令牌，用 wechaty-puppet-service 时必填'),
  account: z
    .string()
    .regex(/^[\w.-]+$/, '只能用字母、数字、点、横线')
    .default('qingdan')
    .describe('登录状态存放的文件名（不带后缀）'),
  ...audienceFields,
});

export type Settings = z.infer<typeof configSchema>;

export const secrets = ['puppetToken'] as const;
