import { z } from 'zod';
import type { Attachment } from '../../bot/message.js';
import { fileName, heldFile, MOST_FILE_BYTES, tooLarge } from '../../channels/files.js';
import { QingdanError } from '../../errors.js';
import { BODY_LIMIT } from '../options.js';

/** Largest body with a file: its Base64, which takes four bytes for three, and the other fields. */
export const FILE_BODY_LIMIT = Math.ceil(MOST_FILE_BYTES / 3) * 4 + 16 * BODY_LIMIT;

export const attachmentSchema = z.strictObject({
  name: z.string().min(1).max(255).describe('文件名，扩展名说明是什么文件，如 通知.docx'),
  mediaType: z.string().max(255).optional().describe('媒体类型，可以不写'),
  data: z
    .base64({ error: '应是 Base64（不分行，不用 URL 写法）' })
    .describe(`文件内容，Base64，最大 ${MOST_FILE_BYTES / 1_000_000} MB`),
});

/** The files that come with a message: at most one. */
export const attachmentsSchema = z
  .array(attachmentSchema)
  .max(1, { error: '一次只能有一个文件' })
  .describe('随消息发来的文件（通知），最多一个');

/** @throws QingdanError QD-FILE-SIZE */
export function toAttachments(sent: z.infer<typeof attachmentsSchema> = []): readonly Attachment[] {
  return sent.map(({ name, mediaType, data }) => {
    const bytes = Buffer.from(data, 'base64');
    if (bytes.length > MOST_FILE_BYTES) throw tooLarge(fileName(name));
    return heldFile({ name, mediaType }, bytes);
  });
}

/** @throws QingdanError QD-EMPTY where a message brings neither words nor a file */
export function refuseNothing(text: string, attachments: readonly Attachment[]): void {
  if (text.trim() !== '' || attachments.length > 0) return;
  throw new QingdanError('QD-EMPTY', '消息是空的，请写出想问的事，或者附上文件');
}
