import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What the figures are read from when somebody asks for them. */
export interface MetricSources {
  /** Whether the store takes records now. */
  storeTakes(): Promise<boolean>;
  /** Works that wait or are under way, by queue. */
  queues(): Readonly<Record<string, number>>;
  /** Version of the lists that answers are given from, and of the program. */
  versions(): { catalogue: string; program: string; documents: number };
}

/** Figures of a running service, as Prometheus reads them. None of them tells of a person. */
export interface Metrics {
  /** One answer or screening that was kept. */
  countAnswer(verdict: string): void;
  observe(request: { route: string; method: string; status: number; seconds: number }): void;
  /** The figures in Prometheus' text format. */
  text(): Promise<string>;
  readonly mediaType: string;
}

/** Seconds: an answer takes milliseconds, a notice or a look-back up to half a minute. */
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export function createMetrics({ storeTakes, queues, versions }: MetricSources): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const answers = new Counter({
    name: 'qingdan_answers_total',
    help: 'Answers kept, by verdict',
    labelNames: ['verdict'] as const,
    registers,
  });
  const latency = new Histogram({
    name: 'qingdan_http_request_duration_seconds',
    help: 'Time to the end of the response, by route',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: BUCKETS,
    registers,
  });
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge({ name, help, labelNames, registers });
  const store = gauge('qingdan_store_ok', '1 while the store takes records');
  const queue = gauge('qingdan_queue_length', 'Works waiting or under way, by queue', ['queue']);
  const lists = gauge('qingdan_lists_info', 'Version of the lists in force', ['catalogue', 'program']);
  const documents = gauge('qingdan_documents', 'Documents in force');
  return {
    countAnswer: (verdict) => answers.inc({ verdict }),
    observe: ({ seconds, route, method, status }) =>
      latency.observe({ route, method, status: String(status) }, seconds),
    async text() {
      store.set((await storeTakes()) ? 1 : 0);
      for (const [name, length] of Object.entries(queues())) queue.set({ queue: name }, length);
      const { catalogue, program, documents: count } = versions();
      lists.reset();
      lists.set({ catalogue, program }, 1);
      documents.set(count);
      return registry.metrics();
    },
    mediaType: registry.contentType,
  };
}
