import { z } from 'zod';
import { CHANNELS, type ChannelName } from '#adapters/channels.js';
import { ownLimitsSchema } from '#cases/index.js';
import { filled, wholeNumber } from '#channels/fields.js';
import { serverSettingsSchema } from '#server/options.js';

const officeSchema = z.strictObject({ name: filled, phone: filled, hours: filled });
/** Code of a region of any level; a window's own community has twelve digits, or nine or six where no code is known. */
const regionCode = filled.regex(/^(\d{6}|\d{9}|\d{12})$/, '应是 6、9 或 12 位的区划代码');
const windowSchema = z.strictObject({
  region: regionCode,
  /** As it signs receipts. */
  name: filled.optional(),
  /** Working days, in place of those that ship. */
  limits: ownLimitsSchema.default({}),
  /** What these rest on, as a receipt says it. */
  limitsBasis: filled.optional(),
});
const hookSchema = z.strictObject({
  name: filled.regex(/^[a-z0-9-]{1,40}$/, '应由小写字母、数字和连字符组成，不超过 40 个'),
  url: z.url({ protocol: /^https?$/, error: '应是 http 或 https 网址' }),
  events: z
    .array(filled.regex(/^[a-z-]+\*?$/, '应写成 case-* 这样'))
    .min(1)
    .default(['case-*']),
});
const sectionSchema = z.record(z.string(), z.unknown());

/** The configuration file. Every part may be left out. */
export const fileSchema = z.strictObject({
  /** Whom people are handed to. */
  office: officeSchema.optional(),
  server: serverSettingsSchema
    .extend({
      /** Address to listen on; 0.0.0.0 lets other computers in. */
      host: filled.default('127.0.0.1'),
      port: wholeNumber(0, 65_535).default(3000),
    })
    .prefault({}),
  /** The HTTP API of programs. */
  api: z
    .strictObject({
      /** Whether a program needs a key (`qingdan key add`). Default: optional, for an office's own network. */
      keys: z.enum(['optional', 'required'], { error: '只能是 optional 或 required' }).default('optional'),
    })
    .prefault({}),
  /** Where records are kept. */
  dataDir: filled.default('./data'),
  /** The community whose one-stop window this is; without it nothing is registered in conversation. */
  window: windowSchema.optional(),
  /** Receivers of events in other systems. */
  hooks: z
    .array(hookSchema)
    .refine((hooks) => new Set(hooks.map(({ name }) => name)).size === hooks.length, '接收方的 name 不能重复')
    .default([]),
  lookback: z
    .strictObject({
      /** Least persons behind a number of persons that a report shows by itself. */
      k: wholeNumber(1, 1000).default(5),
    })
    .prefault({}),
  channels: z
    .partialRecord(z.enum(CHANNELS), sectionSchema.nullable(), {
      error: `只认识这些渠道：${CHANNELS.join('、')}`,
    })
    .default({}),
});

export type FileSettings = z.infer<typeof fileSchema>;
export type WindowSettings = z.infer<typeof windowSchema>;
export type Office = z.infer<typeof officeSchema>;

/** All settings, checked; channel settings fit their channel's own schema. */
export interface Settings extends Omit<FileSettings, 'channels'> {
  /** Those that are on, in the order of `CHANNELS`. */
  channels: readonly { name: ChannelName; settings: unknown }[];
}
