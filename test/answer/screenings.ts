import type { ScreenedTask, Screening } from '#answer/index.js';
import type { Citation } from '#catalogue/citation.js';

export const law: Citation = {
  documentId: 'some-law',
  title: '某法',
  number: null,
  locator: '第三条',
  region: '全国',
  effectiveFrom: null,
  evidence: 'primary',
  summary: '要给经费。',
  url: null,
};

/** A task that is barred, unless told otherwise. */
export const task = (fields: Partial<ScreenedTask> = {}): ScreenedTask => ({
  phrase: '违建拆除',
  start: 0,
  end: 4,
  verdict: 'negative',
  band: 'answer',
  item: null,
  citations: [law],
  suggestion: '不应承担。',
  demand: null,
  certificate: false,
  capacity: 'unsaid',
  candidates: [],
  ...fields,
});

export const screening = (tasks: ScreenedTask[], fields: Partial<Screening> = {}): Screening => ({
  title: '关于有关工作的通知',
  source: 'x.txt',
  issuer: '青石街道办事处',
  number: null,
  committee: null,
  settlement: null,
  region: '全国',
  date: '2026-11-23',
  meansRules: [law],
  tasks,
  skipped: [],
  catalogueVersion: 'abc',
  ...fields,
});
