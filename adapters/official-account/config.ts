import { z } from 'zod';
import { audienceFields } from '#channels/audience.js';

/** Settings of a 公众号. `mode` has no default: it must be what its console says. */
export const configSchema = z
  .strictObject({
    mode: z
      .enum(['plain', 'aes'])
      .describe('消息加解密方式，与公众平台后台一致：plain 明文模式，aes 安全模式'),
    token: z.string().min(1).describe('公众平台「服务器配置」里的令牌（Token）'),
    appId: z.string().min(1).optional().describe('公众号的开发者 ID（AppID），安全模式必填'),
    encodingAesKey: z
      .string()
      .regex(/^[A-Za-z0-9]{43}$/, '要43位字母和数字')
      .optional()
      .describe('公众平台「服务器配置」里的消息加解密密钥（EncodingAESKey，43位），安全模式必填'),
    account: z.string().min(1).optional().describe('公众号的原始 ID（gh_ 开头），填了就只收发给它的消息'),
    ...audienceFields,
  })
  .superRefine((settings, check) => {
    if (settings.mode !== 'aes') return;
    for (const key of ['appId', 'encodingAesKey'] as const)
      if (settings[key] === undefined)
        check.addIssue({ code: 'custom', path: [key], message: '安全模式（mode: aes）必填' });
  });

export type Settings = z.infer<typeof configSchema>;

export const secrets = ['token', 'encodingAesKey'] as const;
