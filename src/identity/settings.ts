import { z } from 'zod';
import { ROLES } from '#access/roles.js';

const filled = z.string({ error: '没有填' }).trim().min(1, { error: '不能是空的' });
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
/** Sign-in over plain http can be read and changed on the way; on one computer there is no way. */
const secureUrl = z.url({ protocol: /^https?$/, error: '应是 https 网址' }).refine((address) => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || LOOPBACK.has(hostname);
}, '应是 https 网址（只有本机可以用 http）');
const regionCode = filled.regex(/^(\d{6}|\d{9}|\d{12})$/, '应是 6、9 或 12 位的区划代码');

/** Signing in at another service by OpenID Connect (section `oidc` of the configuration file). */
export const identitySettingsSchema = z.strictObject({
  label: filled.max(20).default('统一身份认证登录').meta({ description: '登录页按钮上的字' }),
  issuer: secureUrl.meta({
    description:
      '统一身份认证的发行者地址（issuer），程序从它下面的 /.well-known/openid-configuration 读其余地址',
    sample: 'https://sso.example.gov.cn',
  }),
  clientId: filled.meta({ description: '在那里给本服务登记的客户端编号', sample: 'qingdan' }),
  clientSecretFile: filled.optional().meta({
    description: '客户端密钥放在哪个文件里，也可以用环境变量 QINGDAN_OIDC_SECRET；公开客户端不用写',
    sample: '/run/secrets/oidc',
  }),
  publicUrl: secureUrl.meta({
    description: '大家打开本服务用的网址；在那里登记的回调地址是它后面加 /sign-in/done',
    sample: 'https://qd.example.gov.cn',
  }),
  scopes: z
    .array(filled)
    .default(['openid', 'profile'])
    .meta({ description: '登录时要哪些范围（scope），必须有 openid' }),
  algorithm: z
    .enum(['RS256', 'PS256', 'ES256', 'EdDSA'])
    .default('RS256')
    .meta({ description: '那里用哪种算法签名' }),
  prompt: z
    .enum(['login', 'select_account'])
    .optional()
    .meta({ description: '几个人合用一台电脑时写 login：每次都重新认证', sample: 'login' }),
  audience: filled.optional().meta({
    description: '接口收那里发的访问令牌（JWT）时，令牌的 aud 要是什么；不写就不收',
    sample: 'qingdan-api',
  }),
  claims: z
    .strictObject({
      name: filled.default('preferred_username').meta({ description: '哪一项作用户名' }),
      role: filled
        .default('role')
        .meta({ description: '哪一项说明角色；里层的用点隔开，如 realm_access.roles' }),
      region: filled.default('region').meta({ description: '哪一项说明地区' }),
      department: filled.default('department').meta({ description: '哪一项说明部门' }),
    })
    .prefault({})
    .meta({ description: '从哪几项声明（claim）取' }),
  roles: z
    .array(
      z.strictObject({
        value: filled.meta({ description: '那里的值', sample: '社区两委' }),
        role: z.enum(ROLES).meta({ description: '这里的角色' }),
      }),
    )
    .min(1, '至少写一条，否则谁也登录不了')
    .meta({ description: '角色对照；一个人对得上几条时，用写在前面的' }),
  regions: z
    .array(
      z.strictObject({
        value: filled.meta({ description: '那里的值', sample: '珊瑚社区' }),
        region: regionCode.meta({ description: '区划代码', sample: '500108001001' }),
      }),
    )
    .default([])
    .meta({ description: '地区对照；那里的值本身就是区划代码的，不用写' }),
});
export type IdentitySettings = z.infer<typeof identitySettingsSchema>;
