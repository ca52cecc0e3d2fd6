import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { REPORT_MEDIA_TYPES } from '../../answer/report/index.js';
import { QingdanError } from '../../errors.js';
import type { NoticeRequest, ServerDesk } from '../desk.js';
import type { ServerSettings } from '../options.js';
import { RECORD_HEADER } from './answers.js';
import { FILE_BODY_LIMIT, toAttachments } from './attachments.js';
import { readBody } from './read-body.js';
import { noticeSchema, type screeningResultSchema } from './screening-schema.js';

/** `POST /api/v1/screenings`: a whole notice, and its tasks with their verdicts; the report too where it is asked for. */
export function serveScreenings(
  app: FastifyInstance,
  desk: Pick<ServerDesk, 'screen' | 'report'>,
  settings: ServerSettings,
): void {
  app.post(
    '/api/v1/screenings',
    {
      bodyLimit: FILE_BODY_LIMIT,
      config: { rateLimit: { max: settings.postsPerMinute, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const { text, file, region, date, report: format } = readBody(noticeSchema, request.body);
      const notice = noticeOf(text, file);
      const { id, screening } = await desk.screen({ notice, region, date });
      const result: z.input<typeof screeningResultSchema> = { ...screening };
      if (format !== undefined) {
        const bytes = await desk.report(screening, format);
        result.report = {
          name: `研判报告${format}`,
          mediaType: REPORT_MEDIA_TYPES[format],
          data: Buffer.from(bytes).toString('base64'),
        };
      }
      return reply.headers({ 'cache-control': 'no-store', [RECORD_HEADER]: id }).send(result);
    },
  );
}

type Sent = z.infer<typeof noticeSchema>;

function noticeOf(text: Sent['text'], file: Sent['file']): NoticeRequest['notice'] {
  const [attached] = toAttachments(file === undefined ? [] : [file]);
  if (attached !== undefined && text === undefined) return { file: attached };
  if (text !== undefined && attached === undefined) return { text };
  throw new QingdanError('QD-INPUT', '请写 text（通知全文）或 file（通知文件），二选一');
}
