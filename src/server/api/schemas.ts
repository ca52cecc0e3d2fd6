import type { FastifyInstance } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { problemSchema } from '../problem.js';
import { readBody } from './read-body.js';

/**
 * Requests are checked by their route's zod schemas, and replies pass through theirs, so that nothing is given that the
 * description doesn't name.
 */
export function checkBySchemas(api: FastifyInstance): void {
  api.setValidatorCompiler<z.ZodType>(({ schema }) => (data) => {
    try {
      return { value: readBody(schema, data) };
    } catch (error) {
      return { error: error as Error };
    }
  });
  api.setSerializerCompiler(serializerCompiler);
}

/** The refusals of a route, by status. */
export const refusals = <Status extends number>(...statuses: Status[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: '不能处理，detail 里写明原因',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  ) as Record<never, never>;
