import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Siblings } from '#cluster/index.js';
import type { Bot, HttpRoute, Sessions } from '#conversation/channel.js';
import type { Log } from '#conversation/log.js';
import type { ServerDesk } from './desk.js';
import type { KeyDesk } from './key-desk.js';
import type { McpEndpoint } from './mcp-endpoint.js';
import type { Metrics } from './metrics.js';
import type { Tracing } from './tracing.js';
import type { UserDesk } from './user-desk.js';

/** What an operator may set about the HTTP server (section `server` of the configuration file). */
export const serverSettingsSchema = z.strictObject({
  /**
   * Addresses of reverse proxies whose X-Forwarded-For is believed. Default: none, since anyone can send that header.
   */
  trustProxy: z
    .array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], { error: '应是 IP 地址或网段' }))
    .default([])
    .describe('可信的反向代理地址，如 127.0.0.1'),
  /**
   * Names under which people and programs reach the service, besides localhost and addresses in digits; without ports.
   * Default: none.
   */
  hosts: z
    .union([
      z.array(z.string()),
      z.string().transform((names) => names.split(/[,，\s]+/u).filter((name) => name !== '')),
    ])
    .pipe(z.array(z.string().regex(/^[A-Za-z0-9.-]{1,253}$/, '应是主机名，不带 https:// 和端口')))
    .default([])
    .meta({
      description: '用户和程序访问本服务用的主机名，不带 https:// 和端口；几个的逗号分开',
      sample: ['qd.example.gov.cn'],
    }),
  /** Requests a minute from one address. An open page makes about five when it is loaded and one for each message. */
  requestsPerMinute: z.number().int().min(1).default(600).describe('每个地址每分钟最多请求数'),
  /** Messages and questions a minute from one address: a whole office may stand behind one address. */
  postsPerMinute: z.number().int().min(1).default(300).describe('每个地址每分钟最多提问数'),
  /** Calls a minute from one address to /channels/…, where a platform sends everybody's messages from few addresses. */
  channelCallsPerMinute: z.number().int().min(1).default(6000).describe('每个平台地址每分钟最多回调数'),
  /** Whether every request gets a line in the log. Default: no; a proxy in front has such a log as well. */
  accessLog: z.boolean().default(false).describe('是否在日志里记每个请求（不记内容）'),
  /** With which /metrics is given to other computers too (Authorization: Bearer). Default: to this computer alone. */
  metricsKey: z
    .string()
    .regex(/^[\w-]{16,200}$/, '应是 16 到 200 个字母、数字、下划线或连字符')
    .optional()
    .describe('别的电脑读 /metrics 用的密钥')
    .meta({ sample: 'qing-huan-cheng-zi-ji-de-mi-yao' }),
});
export type ServerSettings = z.infer<typeof serverSettingsSchema>;

/** Everything the HTTP server needs; it opens nothing and reads no setting by itself. */
export interface ServerOptions {
  bot: Bot;
  desk: ServerDesk;
  /** Routes of all channels, the chat page's among them. */
  routes: readonly HttpRoute[];
  log: Log;
  /** A fresh unguessable id. */
  newId: () => string;
  /** Conversations of the API. Default: those of this process. */
  sessions?: Sessions | undefined;
  /** Other processes of the service. Default: none. */
  siblings?: Siblings | undefined;
  /** Keys of programs that call the API. Default: none, and none needed. */
  keys?: KeyDesk | undefined;
  /** The Model Context Protocol. Default: it isn't spoken. */
  mcp?: McpEndpoint | undefined;
  /** People who sign in. Default: none. */
  users?: UserDesk | undefined;
  /** Routes of the rooms that users work in, which are added to the API. Default: none. */
  rooms?: ((api: FastifyInstance, settings: ServerSettings) => void) | undefined;
  /** Figures of the service, given at /metrics. Default: none. */
  metrics?: Metrics | undefined;
  /** Who is told what took how long. Default: nobody. */
  tracing?: Tracing | undefined;
  /** Hashes the addresses of callers in the log. Default: nothing of callers is logged. */
  logKey?: Uint8Array | undefined;
  /** Whether messages may be sent here: false while starting and draining, and while the store takes nothing. */
  isReady: () => boolean | Promise<boolean>;
  /** Milliseconds since 1970. Default: Date.now. */
  clock?: (() => number) | undefined;
  /** Default: those of `serverSettingsSchema`. */
  settings?: Partial<ServerSettings> | undefined;
}

/**
 * Largest JSON body that may hold a whole notice, in bytes: 60,000 characters of Chinese are 180,000. A parser holds the
 * loop for a second with 20 MB of brackets, so files don't come this way.
 */
export const JSON_LIMIT = 256 * 1024;

/** Largest body of a message or question in bytes; 1,000 characters of Chinese are 3,000, written as \uXXXX 6,000. */
export const BODY_LIMIT = 64 * 1024;
