import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes forms with a file, which are read while they come. */
    files?: boolean;
  }
}

/** Whether a request goes to a route that files are sent to. */
export const takesFiles = ({ routeOptions }: FastifyRequest): boolean => routeOptions.config.files === true;
