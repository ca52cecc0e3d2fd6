import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What is said of a span beside its name; never a text, an address or an id of a person. */
export type SpanFields = Readonly<Record<string, string | number | boolean>>;

/** A span of time that somebody may look at elsewhere. */
export interface Span {
  set(fields: SpanFields): void;
  /** @param failed it didn't do what it was for, by a fault of the program */
  end(failed: boolean): void;
}

/** Tells another program what took how long. */
export interface Tracing {
  /**
   * Begins a span and does the rest within it.
   * @param caller the header `traceparent` of whoever asked, where they sent one
   */
  enter(name: string, fields: SpanFields, caller: string | undefined, within: (span: Span) => void): void;
  /** Does work in a span of its own, beneath the one that it is called in. */
  during<T>(name: string, fields: SpanFields, work: (span: Span) => Promise<T>): Promise<T>;
}

/**
 * A span for each request, by its route: addresses may hold an id or a search, and who asked isn't told at all.
 * Names as in OpenTelemetry's semantic conventions for HTTP.
 */
export function traceRequests(app: FastifyInstance, tracing: Tracing): void {
  const spans = new WeakMap<FastifyRequest, Span>();
  app.addHook('onRequest', (request, _reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const fields = { 'http.request.method': request.method, 'http.route': route };
    const { traceparent } = request.headers;
    const caller = typeof traceparent === 'string' ? traceparent : undefined;
    tracing.enter(`${request.method} ${route}`, fields, caller, (span) => {
      spans.set(request, span);
      done();
    });
  });
  app.addHook('onResponse', async (request, reply) => {
    const span = spans.get(request);
    span?.set({ 'http.response.status_code': reply.statusCode });
    span?.end(reply.statusCode >= 500);
  });
  // Whoever leaves before the answer gets none.
  app.addHook('onRequestAbort', async (request) => spans.get(request)?.end(false));
}
