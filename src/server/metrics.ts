import {
  AggregatorRegistry,
  Counter,
  collectDefaultMetrics,
  Gauge,
  Histogram,
  type MetricObject,
  Registry,
} from 'prom-client';

/** The figures of one process, as they go to another. */
export type Figures = readonly MetricObject[];

/** What the figures are read from when somebody asks for them. */
export interface MetricSources {
  /** Whether the store takes records now. */
  storeTakes(): Promise<boolean>;
  /** Works that wait or are under way, by queue. */
  queues(): Readonly<Record<string, number>>;
  /** Version of the lists that answers are given from, and of the program. */
  versions(): { catalogue: string; program: string; documents: number };
  /** Figures of the other processes of the service. Default: there are none. */
  others?: (() => Promise<readonly Figures[]>) | undefined;
}

/** Figures of a running service, as Prometheus reads them. None of them tells of a person. */
export interface Metrics {
  /** One answer or screening that was kept. */
  countAnswer(verdict: string): void;
  observe(request: { route: string; method: string; status: number; seconds: number }): void;
  /** Of this process alone. */
  figures(): Promise<Figures>;
  /** The figures of all processes together in Prometheus' text format. */
  text(): Promise<string>;
  readonly mediaType: string;
}

/** Seconds: an answer takes milliseconds, a notice or a look-back up to half a minute. */
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export function createMetrics({
  storeTakes,
  queues,
  versions,
  others = async () => [],
}: MetricSources): Metrics {
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
  /** @param together what several processes come to */
  const gauge = <Label extends string>(
    name: string,
    help: string,
    together: 'sum' | 'min' | 'max',
    labelNames: readonly Label[] = [],
  ) => new Gauge({ name, help, aggregator: together, labelNames, registers });
  const store = gauge('qingdan_store_ok', '1 while the store takes records', 'min');
  const queue = gauge('qingdan_queue_length', 'Works waiting or under way, by queue', 'sum', ['queue']);
  const lists = gauge('qingdan_lists_info', 'Version of the lists in force', 'max', ['catalogue', 'program']);
  const documents = gauge('qingdan_documents', 'Documents in force', 'max');
  const read = async (): Promise<Registry> => {
    store.set((await storeTakes()) ? 1 : 0);
    for (const [name, length] of Object.entries(queues())) queue.set({ queue: name }, length);
    const { catalogue, program, documents: count } = versions();
    lists.reset();
    lists.set({ catalogue, program }, 1);
    documents.set(count);
    return registry;
  };
  const figures = async (): Promise<Figures> =>
    (await (await read()).getMetricsAsJSON()) as unknown as Figures;
  return {
    countAnswer: (verdict) => answers.inc({ verdict }),
    observe: ({ seconds, route, method, status }) =>
      latency.observe({ route, method, status: String(status) }, seconds),
    figures,
    async text() {
      const theirs = await others();
      if (theirs.length === 0) return (await read()).metrics();
      const all = [await figures(), ...theirs].map((each) => [...each]);
      return AggregatorRegistry.aggregate(all as unknown as MetricObject[]).metrics();
    },
    mediaType: registry.contentType,
  };
}
