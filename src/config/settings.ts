import { z } from 'zod';
import { CHANNELS, type ChannelName } from '#adapters/channels.js';
import { filled, wholeNumber } from '#channels/fields.js';
import { serverSettingsSchema } from '#server/options.js';

const officeSchema = z.strictObject({ name: filled, phone: filled, hours: filled });
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
  channels: z
    .partialRecord(z.enum(CHANNELS), sectionSchema.nullable(), {
      error: `只认识这些渠道：${CHANNELS.join('、')}`,
    })
    .default({}),
});

export type FileSettings = z.infer<typeof fileSchema>;
export type Office = z.infer<typeof officeSchema>;

/** All settings, checked; channel settings fit their channel's own schema. */
export interface Settings extends Omit<FileSettings, 'channels'> {
  /** Those that are on, in the order of `CHANNELS`. */
  channels: readonly { name: ChannelName; settings: unknown }[];
}
