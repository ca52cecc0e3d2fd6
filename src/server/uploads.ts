import { finished, Transform } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { QingdanError } from '#errors.js';
import { addressOf } from './address.js';
import { BODY_LIMIT } from './options.js';
import { createShares } from './shares.js';

/** Bytes of large bodies that may be held at once: those that are coming, and those that wait for their answer. */
export const MOST_AT_ONCE = 120_000_000;
/** The same from one address: two files of the largest size. */
export const MOST_FROM_ONE = 60_000_000;

/**
 * Keeps many large bodies at once from filling the memory. What counts is what has come, not what is announced: whoever
 * announces a file and stays silent holds nothing. The first 64 kB of a body are free, so that questions pass whatever
 * files are under way. What is too much is refused with 503.
 */
export function limitUploads(app: FastifyInstance): void {
  const shares = createShares({ most: MOST_AT_ONCE, mostOfOne: MOST_FROM_ONE });
  app.addHook('preParsing', async (request, reply, payload) => {
    if ((request.routeOptions.bodyLimit ?? 0) <= BODY_LIMIT && !request.routeOptions.config.files)
      return payload;
    let free = BODY_LIMIT;
    const counted = new Transform({
      transform(chunk: Uint8Array, _encoding, done) {
        const counts = Math.max(0, chunk.length - free);
        free -= chunk.length - counts;
        if (counts === 0 || holding.add(counts)) done(null, chunk);
        else done(tooManyUploads());
      },
      flush(done) {
        holding.complete();
        done();
      },
    });
    const holding = shares.open(addressOf(request.ip), () => counted.destroy(tooManyUploads()));
    finished(reply.raw, () => holding.release());
    // Not `pipeline`: that would close the connection together with the stream, before the refusal is sent.
    counted.once('error', () => payload.unpipe(counted));
    finished(payload, { writable: false }, (error) => {
      if (error) counted.destroy(error);
    });
    return payload.pipe(counted);
  });
}

const tooManyUploads = () => new QingdanError('QD-BUSY', '同时上传的文件太多，请过一会儿再发');
