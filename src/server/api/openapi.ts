import { z } from 'zod';
import { packageVersion } from '#package-root.js';
import { problemSchema } from '../problem.js';
import {
  admissionSchema,
  admissionsSchema,
  eventSchema,
  loginSchema,
  newAdmissionSchema,
  sessionSchema,
} from './admission-schema.js';
import { answerSchema, citationSchema, questionSchema } from './answer-schema.js';
import {
  blockSchema,
  messageFormSchema,
  messageResultSchema,
  messageSchema,
  replySchema,
} from './message-schema.js';
import { noticeFormSchema, noticeSchema, screeningResultSchema } from './screening-schema.js';

const SCHEMAS = {
  Question: questionSchema,
  Answer: answerSchema,
  Citation: citationSchema,
  Message: messageSchema,
  MessageForm: messageFormSchema,
  MessageResult: messageResultSchema,
  Reply: replySchema,
  Block: blockSchema,
  Notice: noticeSchema,
  NoticeForm: noticeFormSchema,
  Screening: screeningResultSchema,
  Login: loginSchema,
  Session: sessionSchema,
  NewAdmission: newAdmissionSchema,
  AdmissionEvent: eventSchema,
  Admission: admissionSchema,
  Admissions: admissionsSchema,
  Problem: problemSchema,
} as const;
type SchemaName = keyof typeof SCHEMAS;

const json = (name: SchemaName, mediaType = 'application/json') => ({
  content: { [mediaType]: { schema: { $ref: `#/components/schemas/${name}` } } },
});
/** The same as a form with a file, which may be far larger than what JSON may hold. */
const jsonOrForm = (name: SchemaName, form: SchemaName) => {
  const fields = { $ref: `#/components/schemas/${form}` };
  const file = { type: 'string', contentMediaType: 'application/octet-stream' };
  const schema = { allOf: [fields], properties: { file }, unevaluatedProperties: false };
  return { content: { ...json(name).content, 'multipart/form-data': { schema } } };
};
const problems = (...statuses: number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: '不能处理，detail 里写明原因', ...json('Problem', 'application/problem+json') },
    ]),
  );
const health = (summary: string, statuses: readonly number[]) => ({
  get: {
    summary,
    responses: Object.fromEntries(
      statuses.map((status) => [status, { description: status === 200 ? '正常' : '尚未就绪' }]),
    ),
  },
});

const BEARER = [{ user: [] }] as const;
const ADMISSION_ID = { name: 'id', in: 'path', required: true, schema: { type: 'string' } } as const;

const PATHS = {
  '/api/v1/messages': {
    post: {
      operationId: 'sendMessage',
      summary: '在会话里说一句话，得到回复',
      requestBody: { required: true, ...jsonOrForm('Message', 'MessageForm') },
      responses: {
        200: { description: '回复', ...json('MessageResult') },
        ...problems(400, 401, 403, 413, 415, 429, 500, 503),
      },
    },
  },
  '/api/v1/conversations/{conversationId}/events': {
    get: {
      operationId: 'followConversation',
      summary: '实时接收一次会话的回复（server-sent events，事件名 replies）',
      parameters: [
        { name: 'conversationId', in: 'path', required: true, schema: { type: 'string' } },
        {
          name: 'Last-Event-ID',
          in: 'header',
          required: false,
          schema: { type: 'string' },
          description: '收到的最后一个事件，从它之后继续',
        },
      ],
      responses: {
        200: {
          description: '每个事件的 data 是一个 MessageResult',
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        },
        ...problems(400, 401, 403, 429, 503),
      },
    },
  },
  '/api/v1/answers': {
    post: {
      operationId: 'answerQuestion',
      summary: '问一件事、一张证明归不归社区，得到判定和依据',
      requestBody: { required: true, ...json('Question') },
      responses: {
        200: { description: '回答', ...json('Answer') },
        ...problems(400, 401, 403, 413, 415, 429, 500, 503),
      },
    },
  },
  '/api/v1/screenings': {
    post: {
      operationId: 'screenNotice',
      summary: '研判一份通知：逐项看哪些任务该不该由社区承担',
      requestBody: { required: true, ...jsonOrForm('Notice', 'NoticeForm') },
      responses: {
        200: { description: '研判结果', ...json('Screening') },
        ...problems(400, 401, 403, 413, 415, 429, 500, 503),
      },
    },
  },
  '/api/v1/sessions': {
    post: {
      operationId: 'login',
      summary: '用户登录，得到以后请求用的 token（12 小时）',
      requestBody: { required: true, ...json('Login') },
      responses: { 200: { description: '已登录', ...json('Session') }, ...problems(400, 401, 429, 503) },
    },
    delete: {
      operationId: 'logout',
      summary: '退出登录',
      security: BEARER,
      responses: { 204: { description: '已退出' }, ...problems(401, 429) },
    },
  },
  '/api/v1/admissions': {
    get: {
      operationId: 'listAdmissions',
      summary: '列出可以查看的准入申请，新的在前',
      security: BEARER,
      parameters: ['region', 'state', 'after', 'limit'].map((name) => ({
        name,
        in: 'query',
        required: false,
        schema: { type: 'string' },
      })),
      responses: { 200: { description: '申请', ...json('Admissions') }, ...problems(400, 401, 404, 429) },
    },
    post: {
      operationId: 'openAdmission',
      summary: '新建准入申请（草稿）',
      security: BEARER,
      requestBody: { required: true, ...json('NewAdmission') },
      responses: {
        201: { description: '已建', ...json('Admission') },
        ...problems(400, 401, 403, 413, 415, 429, 503),
      },
    },
  },
  '/api/v1/admissions/{id}': {
    get: {
      operationId: 'readAdmission',
      summary: '一件准入申请',
      security: BEARER,
      parameters: [ADMISSION_ID],
      responses: { 200: { description: '申请', ...json('Admission') }, ...problems(401, 404, 429) },
    },
  },
  '/api/v1/admissions/{id}/events': {
    post: {
      operationId: 'actOnAdmission',
      summary: '对一件申请办一步：修改、提交、退回、审核、会商、决定、撤回、撤销、登记到位',
      security: BEARER,
      parameters: [ADMISSION_ID],
      requestBody: { required: true, ...json('AdmissionEvent') },
      responses: {
        200: { description: '办过以后的申请', ...json('Admission') },
        ...problems(400, 401, 403, 404, 409, 429, 503),
      },
    },
  },
  '/healthz': health('进程是否在运行', [200]),
  '/readyz': health('是否可以接收消息', [200, 503]),
} as const;

/** The OpenAPI 3.1 document of the API; its schemas are made from those that check the requests. */
export function openApiDocument() {
  return {
    openapi: '3.1.0',
    info: {
      title: '清单助手',
      version: packageVersion(),
      description: '一件事、一张证明，归不归社区（居委会、村委会），附依据。出错时返回 problem+json。',
    },
    paths: PATHS,
    // A key is needed only where the operator says so: {} stands for none.
    security: [{}, { key: [] }],
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        user: { type: 'http', scheme: 'bearer' },
        key: { type: 'http', scheme: 'bearer', description: '接口密钥，由管理员用 qingdan key add 发放' },
      },
    },
  };
}

function componentSchemas(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    target: 'draft-2020-12',
    uri: (id) => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
}
