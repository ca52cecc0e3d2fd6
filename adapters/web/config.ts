import { z } from 'zod';
import { ROLES } from '#ruling/index.js';

const NAMES_ORIGIN = /^https?:\/\/[A-Za-z0-9.-]{1,253}(?::\d{1,5})?$/u;
/** Several values in one variable stand behind one another, with commas. */
const listed = z.string().transform((text) => text.split(/[,，\s]+/u).filter((part) => part !== ''));
/** Yes or no, as a file or a variable says it. */
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')], {
  error: '应是 true 或 false',
});

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
  /** What the page itself is written in; answers and lists are Chinese. */
  language: z
    .enum(['zh-CN', 'en'])
    .default('zh-CN')
    .describe('网页按钮和说明的文字：zh-CN 中文、en 英文；回答和清单总是中文'),
  /** Whether everybody may read lists, items and documents as pages of their own. */
  publicLists: flag.default(true).describe('清单、事项、文件是否作为公开网页（/lists）给人看'),
  /** Origins of the sites that may show the chat page within theirs. Default: none. */
  embedOrigins: z
    .union([z.array(z.string()), listed])
    .pipe(z.array(z.string().regex(NAMES_ORIGIN, '应写成 https://www.example.gov.cn 这样，不带路径')))
    .default([])
    .describe('允许把对话网页嵌入自己网页的网站，如 https://www.example.gov.cn；几个的逗号分开')
    .meta({ sample: ['https://www.example.gov.cn'] }),
});
export type WebSettings = z.infer<typeof configSchema>;

/** The page needs no secret. */
export const secrets = [] as const;
