import type { LiveAssistant } from '#app/live-assistant.js';
import type { Siblings } from '#cluster/index.js';
import type { Records } from '#conversation/records.js';
import { packageVersion } from '#package-root.js';
import { createMetrics, type Figures, type Metrics } from '#server/metrics.js';

export interface MetricParts {
  live: Pick<LiveAssistant, 'assistant'>;
  storeTakes(): Promise<boolean>;
  /** What works wait in, by name. */
  queues: Readonly<Record<string, { length(): number }>>;
  siblings: Siblings;
}

const TOPIC = 'figures';

/** The figures of a service, of all its processes together. */
export function serviceMetrics({ live, storeTakes, queues, siblings }: MetricParts): Metrics {
  const metrics = createMetrics({
    others: async () => (await siblings.ask('others', TOPIC, null)) as Figures[],
    storeTakes,
    queues: () => Object.fromEntries(Object.entries(queues).map(([name, queue]) => [name, queue.length()])),
    versions: () => {
      const { version, documents } = live.assistant.kb;
      return { catalogue: version, program: packageVersion(), documents: documents.length };
    },
  });
  siblings.answer(TOPIC, () => metrics.figures());
  return metrics;
}

/** Records that are counted once they are kept; a notice counts as one. */
export const counted = (records: Records, metrics: Pick<Metrics, 'countAnswer'>): Records => ({
  async keep(id, person, recorded) {
    await records.keep(id, person, recorded);
    metrics.countAnswer(recorded.type === 'answer' ? recorded.answer.verdict : 'screening');
  },
});
