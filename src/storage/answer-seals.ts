import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import { canonicalJson } from '#text/canonical.js';
import type { KeyedHash } from './key.js';
import { LARGEST_PAGE } from './page.js';
import type { AuditFinding } from './ports.js';
import type { Tables } from './schema.js';

/**
 * Every answer of the log has a seal, an HMAC of its row; the sum of all seals is kept and signed, and moves with every
 * answer that is added or rightly removed (their time is over, a person wants it). Whoever changes, adds or removes one
 * without the key leaves a seal or a sum that doesn't fit. Adding is enough for a sum of HMACs: without the key nobody
 * knows what to make up for.
 */
export interface AnswerSeals {
  sealOf(row: QuestionRow): string;
  /** A row with this seal was added in this transaction. */
  added(trx: Transaction<Tables>, seal: string): Promise<void>;
  /** Rows with these seals are removed in this transaction. */
  removed(trx: Transaction<Tables>, seals: readonly (string | null)[]): Promise<void>;
  /** Makes the sum, and seals what an earlier version of the program has logged; the newest of it, where there is any. */
  begin(trx: Transaction<Tables>): Promise<string | null>;
  /** How many were ever added and removed, and the sum, as they go into the audit log. */
  state(db: Kysely<Tables>): Promise<SealState | null>;
  /** @param told the newest state that the audit log knows */
  findings(db: Kysely<Tables>, told: Pick<SealState, 'added'> | null): Promise<AuditFinding[]>;
}

export interface SealState {
  added: number;
  removed: number;
  /** 64 hex digits. */
  sum: string;
}

type QuestionRow = Omit<Insertable<Tables['question']>, 'seal'>;

const NOTHING: SealState = { added: 0, removed: 0, sum: '0'.repeat(64) };
const MODULUS = 1n << 256n;
/** Altered answers named one by one; more tell nothing new. */
const MOST_FINDINGS = 100;

export function createAnswerSeals(keyed: KeyedHash): AnswerSeals {
  const textOf = ({ added, removed, sum }: SealState) => `answers ${added} ${removed} ${sum}`;
  const signed = (state: SealState) => ({ ...state, signature: keyed.sign(textOf(state)) });
  const sealOf = (row: QuestionRow) => keyed.sign(`answer ${canonicalJson(row)}`);

  /** An update takes the row's lock on PostgreSQL, so that no other program changes it meanwhile. */
  const move = async (trx: Transaction<Tables>, change: (state: SealState) => SealState) => {
    const state = await trx
      .updateTable('answer_seal')
      .set({ id: 1 })
      .where('id', '=', 1)
      .returning(['added', 'removed', 'sum'])
      .executeTakeFirst();
    // A sum that somebody has taken away is found by `audit verify`; people are answered meanwhile.
    if (state === undefined) return;
    const next = change(state);
    await trx.updateTable('answer_seal').set(signed(next)).where('id', '=', 1).execute();
  };

  return {
    sealOf,
    added: (trx, seal) =>
      move(trx, ({ added, removed, sum }) => ({ added: added + 1, removed, sum: plus(sum, [seal]) })),
    removed: async (trx, seals) => {
      if (seals.length === 0) return;
      await move(trx, ({ added, removed, sum }) => ({
        added,
        removed: removed + seals.length,
        sum: plus(sum, seals, -1n),
      }));
    },
    async begin(trx) {
      const first = await trx
        .insertInto('answer_seal')
        .values({ id: 1, ...signed(NOTHING) })
        .onConflict((c) => c.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      if (first === undefined) return null;
      let newest: string | null = null;
      const seals: string[] = [];
      for await (const { seal: _, ...row } of allQuestions(trx)) {
        const seal = sealOf(row);
        await trx.updateTable('question').set({ seal }).where('id', '=', row.id).execute();
        seals.push(seal);
        if (newest === null || row.at > newest) newest = row.at;
      }
      await move(trx, () => ({ added: seals.length, removed: 0, sum: plus(NOTHING.sum, seals) }));
      return newest;
    },
    state: async (db) => {
      const row = await stored(db);
      return row === undefined ? null : { added: row.added, removed: row.removed, sum: row.sum };
    },
    async findings(db, told) {
      const state = await stored(db);
      if (state === undefined || !keyed.signed(textOf(state), state.signature)) {
        return [finding('记下的答复总数和校验值不见了或被改过，有没有答复被删去无法判断')];
      }
      const { altered, held, sum } = await reckoned(db, sealOf);
      return [
        ...altered,
        ...countFindings(state, held, altered.length === 0 && hex(sum) !== state.sum),
        ...(told !== null && told.added > state.added
          ? [finding(`答复被整个退回过：变更记录里已有 ${told.added} 条，现在只记着 ${state.added} 条`)]
          : []),
      ];
    },
  };
}

/** The answers that are there, and what their seals would have to be. */
async function reckoned(db: Kysely<Tables>, sealOf: AnswerSeals['sealOf']) {
  const altered: AuditFinding[] = [];
  let held = 0;
  let sum = 0n;
  for await (const { seal, ...row } of allQuestions(db)) {
    held++;
    const right = sealOf(row);
    sum = (sum + BigInt(`0x${right}`)) % MODULUS;
    if (seal === right || altered.length >= MOST_FINDINGS) continue;
    altered.push(finding(`答复 ${row.id}（${row.at}）的内容被改过，或是另外加进去的`));
  }
  return { altered, held, sum };
}

function countFindings({ added, removed }: SealState, held: number, differs: boolean): AuditFinding[] {
  const due = added - removed;
  if (held < due) return [finding(`少了 ${due - held} 条答复（应有 ${due} 条）`)];
  if (held > due) return [finding(`多了 ${held - due} 条答复（应有 ${due} 条）`)];
  return differs ? [finding('有答复被别的答复换过：条数相符，校验值不符')] : [];
}

const finding = (message: string): AuditFinding => ({ seq: 0, fault: 'answers', message });

const stored = (db: Kysely<Tables>) =>
  db.selectFrom('answer_seal').selectAll().where('id', '=', 1).executeTakeFirst();

/** Page by page, by id. */
async function* allQuestions(db: Kysely<Tables>): AsyncGenerator<Selectable<Tables['question']>> {
  for (let last = ''; ; ) {
    const page = await db
      .selectFrom('question')
      .selectAll()
      .where('id', '>', last)
      .orderBy('id')
      .limit(LARGEST_PAGE)
      .execute();
    yield* page;
    if (page.length < LARGEST_PAGE) return;
    last = page.at(-1)?.id ?? last;
  }
}

/** A seal that isn't one any more counts as nothing: the sum then doesn't fit, which is found. */
const numberOf = (seal: string | null): bigint =>
  seal !== null && /^[0-9a-f]{64}$/.test(seal) ? BigInt(`0x${seal}`) : 0n;

function plus(sum: string, seals: readonly (string | null)[], sign = 1n): string {
  const total = seals.reduce((all, seal) => all + sign * numberOf(seal), BigInt(`0x${sum}`));
  return hex(((total % MODULUS) + MODULUS) % MODULUS);
}

const hex = (number: bigint): string => number.toString(16).padStart(64, '0');
