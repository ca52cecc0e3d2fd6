import { z } from 'zod';
import { heldFile, MOST_FILE_BYTES } from '#channels/files.js';
import type { HttpForm } from '#conversation/channel.js';
import type { Attachment } from '#conversation/message.js';
import { QingdanError } from '#errors.js';
import { JSON_LIMIT } from '../options.js';

export const attachmentSchema = z.strictObject({
  name: z.string().min(1).max(255).describe('文件名，扩展名说明是什么文件，如 通知.docx'),
  mediaType: z.string().max(255).optional().describe('媒体类型，可以不写'),
  data: z
    .base64({ error: '应是 Base64（不分行，不用 URL 写法）' })
    .describe(
      `文件内容，Base64；整个 JSON 最大 ${JSON_LIMIT / 1024} KB，更大的文件（最大 ${MOST_FILE_BYTES / 1_000_000} MB）请用 multipart/form-data 发送`,
    ),
});

/** The files that come with a message: at most one. */
export const attachmentsSchema = z
  .array(attachmentSchema)
  .max(1, { error: '一次只能有一个文件' })
  .describe('随消息发来的文件（通知），最多一个');

/** The files of a JSON body; their size is bounded by the body's. */
export const toAttachments = (sent: z.infer<typeof attachmentsSchema> = []): readonly Attachment[] =>
  sent.map(({ name, mediaType, data }) => heldFile({ name, mediaType }, Buffer.from(data, 'base64')));

/** A body that came as a form; null for JSON. */
export const formOf = (body: unknown): HttpForm | null =>
  // JSON has no maps: only our own parser of forms gives one.
  typeof body === 'object' && body !== null && 'fields' in body && body.fields instanceof Map
    ? (body as HttpForm)
    : null;

/** The files of a form; its other fields are checked by the schema that checks JSON. */
export const formAttachments = ({ files }: HttpForm): readonly Attachment[] =>
  files.map(({ name, mediaType, bytes }) => heldFile({ name, mediaType }, bytes));

/** @throws QingdanError QD-EMPTY where a message brings neither words nor a file */
export function refuseNothing(text: string, attachments: readonly Attachment[]): void {
  if (text.trim() !== '' || attachments.length > 0) return;
  throw new QingdanError('QD-EMPTY', '消息是空的，请写出想问的事，或者附上文件');
}
