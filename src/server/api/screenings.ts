import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { REPORT_MEDIA_TYPES, type ReportFormat } from '#answer/report/index.js';
import type { Attachment } from '#conversation/message.js';
import { refuseTooLong } from '#conversation/too-long.js';
import { QingdanError } from '#errors.js';
import { addressOf } from '../address.js';
import type { NoticeRequest, ServerDesk } from '../desk.js';
import { JSON_LIMIT, type ServerSettings } from '../options.js';
import { RECORD_HEADER } from './answers.js';
import { formAttachments, formOf, toAttachments } from './attachments.js';
import { rateOf, regionOf } from './keys.js';
import { readBody } from './read-body.js';
import { noticeFormSchema, noticeSchema, type screeningResultSchema } from './screening-schema.js';

/** `POST /api/v1/screenings`: a whole notice, and its tasks with their verdicts; the report too where it is asked for. */
export function serveScreenings(
  app: FastifyInstance,
  desk: Pick<ServerDesk, 'screen'>,
  settings: ServerSettings,
): void {
  app.post(
    '/api/v1/screenings',
    {
      bodyLimit: JSON_LIMIT,
      config: { files: true, scope: 'screenings', rateLimit: rateOf(settings) },
    },
    async (request, reply) => {
      const { sent, files } = readNotice(request.body);
      const { text, date, report: format } = sent;
      const region = regionOf(request, sent.region);
      const notice = noticeOf(text, files);
      const visitor = addressOf(request.ip);
      const { id, screening, report } = await desk.screen({ notice, region, date, visitor, report: format });
      const file = format === undefined || report === null ? undefined : reportFile(format, report);
      return reply
        .headers({ 'cache-control': 'no-store', [RECORD_HEADER]: id })
        .type('application/json; charset=utf-8')
        .send(
          file === undefined
            ? Buffer.from(screening.buffer, screening.byteOffset, screening.length)
            : withMember(screening, 'report', file),
        );
    },
  );
}

const reportFile = (
  format: ReportFormat,
  bytes: Uint8Array,
): NonNullable<z.input<typeof screeningResultSchema>['report']> => ({
  name: `研判报告${format}`,
  mediaType: REPORT_MEDIA_TYPES[format],
  data: Buffer.from(bytes).toString('base64'),
});

/** The JSON of an object that isn't empty, with one more member, without reading it. */
const withMember = (object: Uint8Array, name: string, value: unknown): Buffer =>
  Buffer.concat([object.subarray(0, -1), Buffer.from(`,${JSON.stringify(name)}:${JSON.stringify(value)}}`)]);

/** What was sent, as JSON or as a form with a file. @throws QingdanError QD-INPUT */
function readNotice(body: unknown) {
  const form = formOf(body);
  if (form !== null) {
    const sent = readBody(noticeFormSchema, Object.fromEntries(form.fields));
    return { sent, files: formAttachments(form) };
  }
  const { file, ...sent } = readBody(noticeSchema, body);
  return { sent, files: toAttachments(file === undefined ? [] : [file]) };
}

/** @throws QingdanError QD-INPUT, QD-TOO-LONG */
function noticeOf(text: string | undefined, [file]: readonly Attachment[]): NoticeRequest['notice'] {
  if (file !== undefined && text === undefined) return { file };
  if (text !== undefined && file === undefined) {
    refuseTooLong(text);
    return { text };
  }
  throw new QingdanError('QD-INPUT', '请写 text（通知全文）或 file（通知文件），二选一');
}
