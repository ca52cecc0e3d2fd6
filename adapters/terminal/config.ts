import { z } from 'zod';
import { flag, wholeNumber } from '#channels/fields.js';
import { ROLES } from '#ruling/index.js';

/** Settings of the conversation in the terminal. */
export const configSchema = z.strictObject({
  /** Left out: colours where the output is a terminal and NO_COLOR isn't set. */
  colour: flag.optional().describe('是否用颜色：true 或 false'),
  /** Left out: lines can be called back with ↑ until the conversation ends, and aren't kept. */
  historyFile: z.string().trim().min(1).optional().describe('保存输入历史的文件，证件号、电话等先遮去'),
  historySize: wholeNumber(0, 10_000).default(200).describe('输入历史最多保留几行'),
  region: z.string().trim().min(1).optional().describe('默认地区，如 重庆市南岸区'),
  role: z.enum(ROLES).optional().describe('默认身份：resident 居民、worker 社区工作者、official 机关干部'),
});
export type TerminalSettings = z.infer<typeof configSchema>;

/** The terminal needs no secret. */
export const secrets = [] as const;
