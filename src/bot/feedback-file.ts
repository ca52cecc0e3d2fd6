import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { QingdanError } from '../errors.js';
import type { FeedbackBook } from '../intents/support/intent.js';

/** Feedback as lines of JSON in `feedback.jsonl` of a folder, each with the time it came. @param clock milliseconds since 1970 */
export function feedbackFile(folder: string, clock: () => number): FeedbackBook {
  const file = join(folder, 'feedback.jsonl');
  return {
    async add(entry) {
      const line = JSON.stringify({ at: new Date(clock()).toISOString(), ...entry });
      try {
        await mkdir(folder, { recursive: true });
        await appendFile(file, `${line}\n`, { mode: 0o600 });
      } catch (cause) {
        throw new QingdanError('QD-FILE', `写不了 ${file}，请检查 QINGDAN_DATA_DIR 和权限`, { cause });
      }
    },
  };
}
