import { timingSafeEqual } from 'node:crypto';
import { type CaseStatus, checkedNumber, statusOf } from '#cases/index.js';
import { QingdanError } from '#errors.js';
import type { CaseParts } from './parts.js';
import { caseOf, codeOf } from './rows.js';

/** Wrong codes on one day after which a number is closed for the rest of it. */
export const MOST_WRONG = 5;

/** The status for whoever has number and code; see the port. */
export function createStatus({ access, keyed }: Pick<CaseParts, 'access' | 'keyed'>) {
  return async (number: string, code: string, day: string): Promise<CaseStatus> => {
    const wanted = checkedNumber(number);
    const found = await access.write(async (trx) => {
      const rows = await trx.selectFrom('window_case').selectAll().where('number', '=', wanted).execute();
      const open = rows.filter((row) => row.wrong_on !== day || row.wrong_codes < MOST_WRONG);
      const row = open.find((one) => equal(codeOf(keyed, one.key), code.trim().toUpperCase()));
      if (row !== undefined) return row;
      for (const { id, wrong_on, wrong_codes } of open) {
        const wrong = wrong_on === day ? wrong_codes + 1 : 1;
        await trx
          .updateTable('window_case')
          .set({ wrong_codes: wrong, wrong_on: day })
          .where('id', '=', id)
          .execute();
      }
      return null;
    });
    if (found !== null) return statusOf(wanted, caseOf(found));
    throw new QingdanError(
      'QD-ID',
      `件号「${wanted}」和查询码对不上，请照回执核对；一天里错 ${MOST_WRONG} 次，当天就查不了，可以到窗口查`,
    );
  };
}

function equal(right: string, given: string): boolean {
  const [a, b] = [Buffer.from(right), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
