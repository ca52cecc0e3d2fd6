import { z } from 'zod';
import { CHANNELS, type ChannelName } from '#adapters/channels.js';
import { ownLimitsSchema } from '#cases/index.js';
import { filled, wholeNumber } from '#channels/fields.js';
import { identitySettingsSchema } from '#identity/settings.js';
import { serverSettingsSchema } from '#server/options.js';

/** A setting with its words for the operator and a value as it may look. */
const documented = <T extends z.ZodType>(schema: T, words: string, example?: unknown): T =>
  schema.meta({ description: words, ...(example === undefined ? {} : { sample: example }) });

const officeSchema = z.strictObject({
  name: documented(filled, '哪个单位', '某某街道便民服务中心'),
  phone: documented(filled, '电话', '023-00000000'),
  hours: documented(filled, '什么时间有人接', '工作日 9:00–17:00'),
});
/** Code of a region of any level; a window's own community has twelve digits, or nine or six where no code is known. */
const regionCode = filled.regex(/^(\d{6}|\d{9}|\d{12})$/, '应是 6、9 或 12 位的区划代码');
const windowSchema = z.strictObject({
  region: documented(regionCode, '窗口所在社区的区划代码：12 位，没有的写 9 位或 6 位', '500108001001'),
  name: documented(filled.optional(), '回执上的落款', '某某社区居民委员会'),
  limits: documented(
    ownLimitsSchema.default({}),
    '本地的办理时限（工作日），代替自带的；每项写什么见 docs/window.md',
  ),
  limitsBasis: documented(filled.optional(), '这些时限的依据，回执上照写', '某某区一窗受理办法'),
});
const hookSchema = z.strictObject({
  name: documented(
    filled.regex(/^[a-z0-9-]{1,40}$/, '应由小写字母、数字和连字符组成，不超过 40 个'),
    '接收方的名字，小写字母、数字、连字符',
    'hotline',
  ),
  url: documented(
    z.url({ protocol: /^https?$/, error: '应是 http 或 https 网址' }),
    '往哪个网址推送',
    'https://hotline.example.gov.cn/hook',
  ),
  events: documented(
    z
      .array(filled.regex(/^[a-z-]+\*?$/, '应写成 case-* 这样'))
      .min(1)
      .default(['case-*']),
    '推送哪些事件，* 代表任意',
  ),
});
const sectionSchema = z.record(z.string(), z.unknown());

/** The configuration file. Every part may be left out. */
export const fileSchema = z.strictObject({
  office: documented(officeSchema.optional(), '转人工：答不了、要人办时请人找谁；不设置时只能请人找当地社区'),
  server: serverSettingsSchema
    .extend({
      host: documented(filled.default('127.0.0.1'), '监听地址；0.0.0.0 让别的电脑也能访问'),
      port: documented(wholeNumber(0, 65_535).default(3000), '监听端口'),
      processes: documented(
        wholeNumber(1, 64).optional(),
        '用几个进程回答；不设置时每个处理器核心一个，最多 4 个，每个要有 1 GB 内存',
        2,
      ),
    })
    .prefault({})
    .describe('HTTP 服务'),
  api: z
    .strictObject({
      keys: documented(
        z.enum(['optional', 'required'], { error: '只能是 optional 或 required' }).default('optional'),
        '程序调用接口和 MCP 要不要密钥（qingdan key add）：optional 可以不带，required 必须带',
      ),
    })
    .prefault({})
    .describe('给程序用的接口'),
  dataDir: documented(filled.default('./data'), '记录、密钥、数据库放在哪个文件夹'),
  window: documented(windowSchema.optional(), '一窗：这是哪个社区的窗口；不设置时对话里不登记诉求'),
  oidc: identitySettingsSchema.optional().describe('用统一身份认证登录工作台和接口（OpenID Connect）'),
  hooks: z
    .array(hookSchema)
    .refine((hooks) => new Set(hooks.map(({ name }) => name)).size === hooks.length, '接收方的 name 不能重复')
    .default([])
    .describe('往别的系统推送事件'),
  telemetry: z
    .strictObject({
      endpoint: documented(
        z.url({ protocol: /^https?$/, error: '应是 http 或 https 网址' }).optional(),
        'OpenTelemetry 收集器收 OTLP/HTTP 的地址，不带 /v1/traces；不设置就什么都不发',
        'http://127.0.0.1:4318',
      ),
      service: documented(filled.default('qingdan'), '在收集器里叫什么名字'),
      share: documented(z.coerce.number().min(0).max(1).default(1), '发送多大比例的请求，0 到 1'),
    })
    .prefault({})
    .describe('把请求和答复各花了多久发给 OpenTelemetry 收集器'),
  lookback: z
    .strictObject({
      k: documented(wholeNumber(1, 1000).default(5), '涉及不足几个人的数字合并显示'),
    })
    .prefault({})
    .describe('回头看报告'),
  channels: z
    .partialRecord(z.enum(CHANNELS), sectionSchema.nullable(), {
      error: `只认识这些渠道：${CHANNELS.join('、')}`,
    })
    .default({})
    .describe('渠道，每个渠道一节'),
});

export type FileSettings = z.infer<typeof fileSchema>;
export type WindowSettings = z.infer<typeof windowSchema>;
export type Office = z.infer<typeof officeSchema>;

/** All settings, checked; channel settings fit their channel's own schema. */
export interface Settings extends Omit<FileSettings, 'channels'> {
  /** Those that are on, in the order of `CHANNELS`. */
  channels: readonly { name: ChannelName; settings: unknown }[];
}
