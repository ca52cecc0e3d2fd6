import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fileName, MOST_FILE_BYTES, tooLarge } from '#channels/files.js';
import type { FormFile, HttpForm } from '#conversation/channel.js';
import { QingdanError } from '#errors.js';
import { takesFiles } from './takes-files.js';

/** Bytes of one field: the longest notice, 60,000 characters of three bytes each, and its line ends. */
const MOST_FIELD_BYTES = 256 * 1024;
/** Fields of a form; the page's have four, the API's six. */
const MOST_FIELDS = 20;
/** Largest form: its file, and its fields with what stands around them. */
export const FORM_LIMIT = MOST_FILE_BYTES + 2 * MOST_FIELD_BYTES;

/** Reads forms with files on routes that take them; everywhere else they are refused with 415. */
export function acceptForms(scope: FastifyInstance): void {
  scope.addContentTypeParser('multipart/form-data', async (request: FastifyRequest, payload: Readable) => {
    if (!takesFiles(request)) throw Object.assign(new Error('no files here'), { statusCode: 415 });
    return readMultipart(payload, request.headers);
  });
}

/**
 * Takes a form apart while it comes, so that no second copy of a file is ever held and the loop is held by no more than
 * a piece. The first value of each field counts; a picker that nothing was picked in is no file.
 * @throws QingdanError QD-FILE-SIZE, QD-TOO-LONG, QD-INPUT, and what the payload fails with
 */
export function readMultipart(payload: Readable, headers: IncomingHttpHeaders): Promise<HttpForm> {
  return new Promise((resolve, reject) => {
    if (Number(headers['content-length']) > FORM_LIMIT) throw tooLargeForm();
    const parser = parserOf(headers);
    const fields = new Map<string, string>();
    const files: FormFile[] = [];
    const refuse = (error: unknown) => {
      payload.unpipe(parser);
      reject(error);
    };
    parser.on('field', (name, value, _nameCut, valueCut) => {
      if (valueCut) refuse(new QingdanError('QD-TOO-LONG', '内容太长，一次最多六万字，请拆成几次再发'));
      else if (!fields.has(name)) fields.set(name, value);
    });
    parser.on('file', (field, stream, name = '', _encoding, mediaType) => {
      const chunks: Uint8Array[] = [];
      stream.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      stream.on('limit', () => refuse(tooLarge(fileName(name))));
      stream.on('error', (cause) => refuse(unreadable(cause)));
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks);
        if (field === 'file' && (name !== '' || bytes.length > 0)) files.push({ name, mediaType, bytes });
      });
    });
    parser.on('filesLimit', () => refuse(new QingdanError('QD-INPUT', '一次只能有一个文件，请一个一个地发')));
    for (const limit of ['fieldsLimit', 'partsLimit'] as const) parser.on(limit, () => refuse(unreadable()));
    parser.on('error', (cause) => refuse(unreadable(cause)));
    parser.on('finish', () => resolve({ fields, files }));
    let size = 0;
    payload.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size > FORM_LIMIT) refuse(tooLargeForm());
    });
    payload.on('error', refuse);
    payload.pipe(parser);
  });
}

function parserOf(headers: IncomingHttpHeaders): BusboyInstance {
  try {
    return new Busboy({
      headers: headers as BusboyHeaders,
      limits: {
        fields: MOST_FIELDS,
        fieldSize: MOST_FIELD_BYTES,
        files: 1,
        fileSize: MOST_FILE_BYTES,
        parts: MOST_FIELDS + 1,
        headerPairs: 20,
        headerSize: 4_096,
      },
    });
  } catch (cause) {
    throw unreadable(cause);
  }
}

const unreadable = (cause?: unknown) => new QingdanError('QD-INPUT', '表单没有收全，请再发一次', { cause });

const tooLargeForm = () =>
  new QingdanError(
    'QD-FILE-SIZE',
    `文件超过 ${Math.floor(MOST_FILE_BYTES / 1_000_000)} MB，请拆成几个文件或去掉图片后再发`,
  );
