import { z } from 'zod';
import { ROLES } from '#ruling/index.js';

/** Settings of the chat page; every one may be left out. */
export const configSchema = z.strictObject({
  /**
   * Where people open the page, when a proxy stands in front: forms are taken from this origin, and with https the
   * cookie is sent over https only. Default: whatever host the browser asked for.
   */
  publicUrl: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('用户打开网页的地址，如 https://qd.example.gov.cn'),
  /** Title of the page. */
  title: z.string().trim().min(1).max(30).default('清单助手').describe('网页标题'),
  /** Region that questions are asked in until a person names another. Default: none, the rules of the whole country. */
  region: z.string().trim().min(1).optional().describe('默认地区，如 重庆市南岸区'),
  /** Who is asking until they say otherwise: a page for residents, or one for an office. */
  role: z.enum(ROLES).optional().describe('默认身份：resident 居民、worker 社区工作者、official 机关干部'),
});
export type WebSettings = z.infer<typeof configSchema>;

/** The page needs no secret. */
export const secrets = [] as const;
