import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FormFile, HttpForm } from '#conversation/channel.js';
import { QingdanError } from '#errors.js';

export const MEDIA = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain; charset=utf-8',
} as const;

/** A reply that is a file. */
export const fileReply = (...mediaTypes: string[]) => ({
  description: '文件',
  content: Object.fromEntries(
    mediaTypes.map((type) => [type, { schema: z.any().meta({ type: 'string', contentMediaType: type }) }]),
  ),
});

/** Sends a file to be kept, under its name. */
export function sendFile(
  reply: FastifyReply,
  { name, mediaType, bytes }: { name: string; mediaType: string; bytes: Uint8Array },
): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('x-content-type-options', 'nosniff')
    .type(mediaType)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
}

/** The one file of a form, with its other fields. @throws QingdanError QD-INPUT */
export function formOf({ body }: Pick<FastifyRequest, 'body'>): {
  file: FormFile;
  fields: Record<string, string>;
} {
  const form = body as Partial<HttpForm> | null;
  const [file] = form?.files ?? [];
  if (file !== undefined && form?.fields instanceof Map)
    return { file, fields: Object.fromEntries(form.fields) };
  throw new QingdanError('QD-INPUT', '请用 multipart/form-data 发送，文件放在 file 里');
}
