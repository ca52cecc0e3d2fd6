import type { LiveAssistant } from '#app/live-assistant.js';
import type { Records } from '#conversation/records.js';
import { packageVersion } from '#package-root.js';
import { createMetrics, type Metrics } from '#server/metrics.js';

export interface MetricParts {
  live: Pick<LiveAssistant, 'assistant'>;
  storeTakes(): Promise<boolean>;
  /** What works wait in, by name. */
  queues: Readonly<Record<string, { length(): number }>>;
}

/** The figures of a service. */
export const serviceMetrics = ({ live, storeTakes, queues }: MetricParts): Metrics =>
  createMetrics({
    storeTakes,
    queues: () => Object.fromEntries(Object.entries(queues).map(([name, queue]) => [name, queue.length()])),
    versions: () => {
      const { version, documents } = live.assistant.kb;
      return { catalogue: version, program: packageVersion(), documents: documents.length };
    },
  });

/** Records that are counted once they are kept; a notice counts as one. */
export const counted = (records: Records, metrics: Pick<Metrics, 'countAnswer'>): Records => ({
  async keep(id, person, recorded) {
    await records.keep(id, person, recorded);
    metrics.countAnswer(recorded.type === 'answer' ? recorded.answer.verdict : 'screening');
  },
});
