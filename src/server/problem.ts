import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { ERROR_CODES, type ErrorCode, FAULTS_OF_ASKING, FAULTS_OF_STORING, QingdanError } from '#errors.js';

/** An error as the API tells it (RFC 9457). */
export const problemSchema = z
  .strictObject({
    type: z.string().describe('错误种类的标识'),
    title: z.string().describe('HTTP 状态的名称'),
    status: z.number().int().describe('HTTP 状态码'),
    detail: z.string().describe('哪里不对、怎么改'),
    code: z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]).describe('稳定的错误代码'),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;

/** What is refused before anything is read, by HTTP status. */
const REFUSALS: Readonly<Record<number, string>> = {
  400: '请求不完整或格式不对，请检查 JSON 的引号和括号，以及网址的写法',
  401: '签名不对，请检查密钥设置',
  403: '请求不是从本站页面发出的，请打开首页重新提问',
  404: '没有这个地址，请检查网址，接口列表见 /openapi.json',
  405: '这个地址不支持这种请求方法，接口列表见 /openapi.json',
  408: '等待请求内容超时，请重新发送',
  413: '内容太长，请缩短后重新发送',
  415: '不支持这种内容类型，请用 application/json 发送',
  429: '请求太频繁，请一分钟后再试',
  431: '请求头太长，请清除本站的 Cookie 后重试',
  503: '服务正在启动或停止，请稍后再试',
};

/** Statuses of what a caller got wrong, where there is a closer one than 400. */
const STATUS_OF: Readonly<Partial<Record<ErrorCode, number>>> = {
  'QD-API-KEY': 401,
  'QD-API-SCOPE': 403,
  'QD-ID': 404,
  'QD-LOGIN': 401,
  'QD-FORBIDDEN': 403,
  'QD-STATE': 409,
  'QD-FILE-SIZE': 413,
  'QD-BUSY': 503,
};

function problem(status: number, code: ErrorCode, detail: string): Problem {
  const type = `urn:qingdan:problem:${code.toLowerCase()}`;
  return { type, title: STATUS_CODES[status] ?? 'Error', status, detail, code };
}

/** A refusal by status (404, 413…), in the words of that status where there are no closer ones. */
export const refusal = (status: number, detail = REFUSALS[status]): Problem =>
  problem(status, 'QD-HTTP', detail ?? '请求不能处理，请检查后重新发送');

/** What to tell the caller about an error; a fault of the program tells nothing of its inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof QingdanError) {
    const { code, message } = error;
    if (FAULTS_OF_ASKING.has(code)) return problem(STATUS_OF[code] ?? 400, code, message);
    if (FAULTS_OF_STORING.has(code)) return problem(503, code, '暂时存不了记录，没有作答，请稍后再试');
  }
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  if (typeof status === 'number' && status >= 400 && status < 500) return refusal(status);
  if (status === 503) return refusal(503);
  return problem(500, 'QD-INTERNAL', '程序出错，没有答成，请稍后再试；一再出现请告诉维护者');
}
