import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Span as ApiSpan,
  type Context,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import type { Span, Tracing } from '#server/tracing.js';

export interface TelemetryOptions {
  /** Where a collector takes OTLP over HTTP, without /v1/traces. */
  endpoint: string;
  /** What the service is called there. */
  service: string;
  /** Version of the program. */
  version: string;
  /** Share of requests that are told of, 0 to 1; those whose caller decided already go by that. */
  share: number;
  /** Milliseconds after which what has gathered is sent. Default: the SDK's own 5 s. */
  every?: number | undefined;
  /** Milliseconds that sending may take. Default: 5 s. */
  timeout?: number | undefined;
}

/** Spans on their way to a collector. */
export interface Telemetry extends Tracing {
  /** Sends what has gathered. Never rejects: a collector that is away must not hold up the end. */
  close(): Promise<void>;
}

const TIMEOUT = 5_000;

/**
 * Sends spans by OTLP over HTTP (JSON, port 4318). Headers that a
 * collector asks for come from OTEL_EXPORTER_OTLP_HEADERS, which the exporter reads by itself.
 */
export function openTelemetry({
  endpoint,
  service,
  version,
  share,
  every,
  timeout = TIMEOUT,
}: TelemetryOptions): Telemetry {
  const url = `${endpoint.replace(/\/+$/u, '')}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: timeout });
  const gathering = every === undefined ? {} : { scheduledDelayMillis: every };
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.version': version }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor(exporter, gathering)],
  });
  const tracer = provider.getTracer('qingdan', version);
  const propagator = new W3CTraceContextPropagator();
  // The span that work is done in; not the API's global one, which other libraries of the process could take over.
  const current = new AsyncLocalStorage<Context>();

  const calledBy = (traceparent: string | undefined): Context =>
    propagator.extract(
      ROOT_CONTEXT,
      { traceparent },
      { get: (carrier) => carrier.traceparent, keys: () => ['traceparent'] },
    );
  return {
    enter(name, attributes, caller, within) {
      const context = calledBy(caller);
      const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, context);
      current.run(trace.setSpan(context, span), () => within(handle(span)));
    },
    async during(name, attributes, work) {
      const context = current.getStore() ?? ROOT_CONTEXT;
      const span = tracer.startSpan(name, { attributes }, context);
      const own = handle(span);
      try {
        const result = await current.run(trace.setSpan(context, span), () => work(own));
        own.end(false);
        return result;
      } catch (error) {
        own.end(true);
        throw error;
      }
    },
    close: () => provider.shutdown().catch(() => undefined),
  };
}

function handle(span: ApiSpan): Span {
  return {
    set: (fields) => void span.setAttributes(fields),
    end(failed) {
      if (!span.isRecording()) return;
      // The message of an error may hold what a person wrote: only that it failed is told.
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}
