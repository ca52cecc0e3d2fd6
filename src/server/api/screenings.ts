import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { LettersSent, SenderOptions } from '#answer/letters/index.js';
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
      const { text, date, report: format, corrections, earlier } = sent;
      const sender = senderOf(sent);
      const region = regionOf(request, sent.region);
      const notice = noticeOf(text, files);
      const visitor = addressOf(request.ip);
      const screened = await desk.screen({
        notice,
        region,
        date,
        visitor,
        report: format,
        sender,
        corrections,
        earlier,
      });
      const { screening, report } = screened;
      const wanted = {
        report: format === undefined || report === null ? undefined : reportFile(format, report),
        text: sent.withText === undefined ? undefined : screened.text,
        letters: sender === undefined ? undefined : archiveOf(screened.letters),
      };
      return reply
        .headers({ 'cache-control': 'no-store', [RECORD_HEADER]: screened.id })
        .type('application/json; charset=utf-8')
        .send(withMembers(screening, wanted));
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

/** The letters as they are sent; null where there is nothing to ask. */
const archiveOf = (sent: LettersSent | null): z.input<typeof screeningResultSchema>['letters'] =>
  sent && {
    name: sent.archive.name,
    mediaType: 'application/zip',
    data: Buffer.from(sent.archive.bytes).toString('base64'),
    reply: sent.reply,
    signed: sent.signed,
  };

/** The JSON of an object that isn't empty, with more members, without reading it. */
function withMembers(object: Uint8Array, members: Readonly<Record<string, unknown>>): Buffer {
  const more = Object.entries(members)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `,${JSON.stringify(name)}:${JSON.stringify(value)}`);
  const whole = Buffer.from(object.buffer, object.byteOffset, object.length);
  return more.length === 0 ? whole : Buffer.concat([whole.subarray(0, -1), Buffer.from(`${more.join('')}}`)]);
}

/** Who signs the letters, where some are asked for. */
function senderOf({
  letters,
  committee,
  to,
  confirmed,
}: z.infer<typeof noticeFormSchema>): SenderOptions | undefined {
  return letters === undefined ? undefined : { committee, to, confirmed: confirmed?.split(',').map(Number) };
}

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
