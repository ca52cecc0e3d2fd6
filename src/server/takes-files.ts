import type { FastifyRequest } from 'fastify';
import { BODY_LIMIT } from './options.js';

/** Whether a request goes to a route that files are sent to: only such take more than `BODY_LIMIT`. */
export const takesFiles = ({ routeOptions }: FastifyRequest): boolean =>
  (routeOptions.bodyLimit ?? 0) > BODY_LIMIT;
