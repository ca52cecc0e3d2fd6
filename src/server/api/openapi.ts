import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { packageVersion } from '#package-root.js';
import { problemSchema } from '../problem.js';
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
  '/healthz': health('进程是否在运行', [200]),
  '/readyz': health('是否可以接收消息', [200, 503]),
} as const;

/** Who may ask. A key is needed only where the operator says so. */
const SECURITY = {
  user: {
    type: 'http',
    scheme: 'bearer',
    description: '登录令牌，或用 qingdan user key 发放的用户密钥',
  },
  session: { type: 'apiKey', in: 'cookie', name: 'qingdan-session', description: '在浏览器里登录后' },
  key: { type: 'http', scheme: 'bearer', description: '接口密钥，由管理员用 qingdan key add 发放' },
} as const;

/** How the routes of rooms are described: from the schemas that check them. */
export const SWAGGER: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: { title: '清单助手', version: packageVersion() },
    components: { securitySchemes: SECURITY },
  },
  transform: jsonSchemaTransform,
  transformObject: jsonSchemaTransformObject,
};

/**
 * The OpenAPI 3.1 document of the API; its schemas are made from those that check the requests.
 * @param rooms the routes that are described beside their handlers
 */
export function openApiDocument(rooms: Rooms) {
  return {
    openapi: '3.1.0',
    info: {
      title: '清单助手',
      version: packageVersion(),
      description:
        '一件事、一张证明，归不归社区（居委会、村委会），附依据；准入、诉求、台账、督察、回头看。出错时返回 problem+json。',
    },
    paths: { ...rooms.paths, ...PATHS },
    // A key is needed only where the operator says so: {} stands for none.
    security: [{}, { key: [] }],
    components: {
      schemas: { ...rooms.components?.schemas, ...componentSchemas() },
      securitySchemes: SECURITY,
    },
  };
}

type Rooms = { paths?: object | undefined; components?: { schemas?: object | undefined } | undefined };

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
