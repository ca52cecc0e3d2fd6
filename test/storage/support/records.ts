import type { Document } from '#catalogue/schema.js';
import { documentSchema } from '#catalogue/schema.js';
import type { Person, QuestionEntry, ScreeningEntry } from '#storage/ports.js';
import { maskedJson } from '#text/masked.js';

/** Answers that a writer program has under way at once, so that they are committed in groups. */
export const AT_ONCE = 8;

export const WANG: Person = { channel: 'web', userId: 'wang' };
export const LI: Person = { channel: 'web', userId: 'li' };

/** The time `minutes` after nine o'clock on 23 November 2026. */
export function at(minutes: number): string {
  return new Date(Date.UTC(2026, 10, 23, 9, minutes)).toISOString();
}

export function question(id: string, different: Partial<QuestionEntry> = {}): QuestionEntry {
  return {
    id,
    at: at(0),
    person: WANG,
    text: '社区能开居住证明吗',
    role: 'resident',
    region: '重庆市',
    date: null,
    how: null,
    today: '2026-11-23',
    verdict: 'must-not-certify',
    band: 'answer',
    probability: 0.97,
    itemId: 'example-1',
    catalogueVersion: '0123456789ab',
    edition: null,
    answerHash: 'f'.repeat(64),
    ...different,
  };
}

export function screening(id: string, different: Partial<ScreeningEntry> = {}): ScreeningEntry {
  return {
    id,
    at: at(0),
    person: WANG,
    region: null,
    title: '关于示例工作的通知',
    source: '通知.docx',
    result: maskedJson({ tasks: [{ phrase: '报送台账' }] }),
    tasks: 1,
    catalogueVersion: '0123456789ab',
    edition: null,
    ...different,
  };
}

/** A document with one list of made-up items. */
export function document(id: string, names: readonly string[]): Document {
  return documentSchema.parse({
    id,
    title: `示例文件 ${id}`,
    type: 'notice',
    status: 'in-force',
    region: '全国',
    evidence: 'primary',
    sources: ['示例'],
    lists: [
      {
        id: `${id}-list`,
        name: '示例清单',
        kind: 'negative',
        items: names.map((name, i) => ({
          id: `${id}-list-${i + 1}`,
          no: i + 1,
          name,
          subject: name,
          locator: `第${i + 1}项`,
          summary: name,
        })),
      },
    ],
  });
}
