import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { canonicalJson } from '#text/canonical.js';
import { acceptedWordings } from './accepted-wordings.js';
import type { AnswerSeals, SealState } from './answer-seals.js';
import { BEGINNING, createChainCheck, nextRow } from './audit-chain.js';
import type { Access } from './group-commit.js';
import { CHANNEL } from './jobs/watch.js';
import type { KeyedHash } from './key.js';
import { listFindings } from './list-check.js';
import { checkLimit, LARGEST_PAGE } from './page.js';
import type { Act, AuditEntry, AuditFinding, AuditHead, AuditLog, AuditRow } from './ports.js';
import type { Tables } from './schema.js';

/** Writes a row of the audit log inside the transaction of the change that it tells of. */
export type Appender = (trx: Transaction<Tables>, entry: AuditEntry) => Promise<AuditRow>;

/** @param notify PostgreSQL tells every program that listens, once the transaction is committed */
export function createAppender(keyed: KeyedHash, notify = false): Appender {
  return async (trx, entry) => {
    // An update takes the row's lock on PostgreSQL, so that two programs can't both follow the same row.
    const { seq, hash } = await trx
      .updateTable('audit_head')
      .set({ id: 1 })
      .where('id', '=', 1)
      .returning(['seq', 'hash'])
      .executeTakeFirstOrThrow();
    // What is hashed is what will be read back: JSON has no undefined.
    const detail = JSON.parse(canonicalJson(entry.detail)) as AuditEntry['detail'];
    const row = nextRow({ seq, hash }, { ...entry, detail });
    await trx
      .insertInto('audit')
      .values({ ...row, detail: canonicalJson(detail) })
      .execute();
    await trx.updateTable('audit_head').set(signedHead(keyed, row)).where('id', '=', 1).execute();
    if (notify) await sql`select pg_notify(${CHANNEL}, ${entry.action})`.execute(trx);
    return row;
  };
}

/** The head with its signature: whoever cuts rows off and sets the head back can't sign it without the key. */
export function signedHead(keyed: KeyedHash, { seq, hash }: AuditHead) {
  return { seq, hash, signature: keyed.sign(headText({ seq, hash })) };
}

const headText = ({ seq, hash }: AuditHead) => `audit head ${seq} ${hash}`;

export function createAuditLog(
  access: Access,
  keyed: KeyedHash,
  { append, seals }: { append: Appender; seals: AnswerSeals },
): AuditLog {
  return {
    append: (entry) => access.write((trx) => append(trx, entry)),
    list: (after, limit) => access.read((db) => rowsAfter(db, after, checkLimit(limit))),
    newest: (before, limit) => access.read((db) => rowsBefore(db, before, checkLimit(limit))),
    async head() {
      const row = await access.read((db) => storedHead(db));
      return { seq: row?.seq ?? BEGINNING.seq, hash: row?.hash ?? BEGINNING.hash };
    },
    // One snapshot: rows that another program adds meanwhile are neither seen nor missed.
    verify: (witness) =>
      access.read((db) =>
        db
          .transaction()
          .setIsolationLevel('repeatable read')
          .setAccessMode('read only')
          .execute((trx) => verify(trx, { keyed, seals }, witness)),
      ),
    digestAnswers: ({ at, actor }) =>
      access.write(async (trx) => {
        const state = await seals.state(trx);
        const told = await newestDigest(trx);
        if (state === null || (told?.added === state.added && told.removed === state.removed)) return false;
        await append(trx, digestEntry(state, { at, actor }));
        return true;
      }),
  };
}

/** The action of the audit log that writes down the sum of the answers' seals. */
const ANSWERS_DIGESTED = 'answers-digested';

/** The row of the audit log that vouches for the answers. */
export const digestEntry = (state: SealState, { at, actor }: Act): AuditEntry => ({
  at,
  actor,
  action: ANSWERS_DIGESTED,
  subject: 'answers',
  detail: { ...state },
});

/** What the newest such row says; null where there is none yet. */
export async function newestDigest(db: Kysely<Tables>): Promise<{ added: number; removed: number } | null> {
  const row = await db
    .selectFrom('audit')
    .select('detail')
    .where('action', '=', ANSWERS_DIGESTED)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { added, removed } = parsed(row.detail);
  return { added: Number(added), removed: Number(removed) };
}

async function verify(
  db: Kysely<Tables>,
  { keyed, seals }: { keyed: KeyedHash; seals: AnswerSeals },
  witness?: AuditHead,
) {
  const stored = await storedHead(db);
  const head: AuditHead = stored === undefined ? BEGINNING : { seq: stored.seq, hash: stored.hash };
  const findings: AuditFinding[] = [];
  if (stored === undefined || !keyed.signed(headText(head), stored.signature)) {
    findings.push({
      seq: 0,
      fault: 'head',
      message: '记下的末行校验值不见了或被改过，末尾是否被截去无法判断',
    });
  }
  const check = createChainCheck(witness);
  const lists = listFindings();
  let rows = 0;
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const page = await rowsAfter(db, after, LARGEST_PAGE);
    for (const row of page) {
      check.next(row);
      lists.next(row);
    }
    rows += page.length;
    const last = page.at(-1);
    if (last === undefined || page.length < LARGEST_PAGE) break;
    after = last.seq;
  }
  findings.push(...check.end(head));
  findings.push(
    ...lists.end(
      await db.selectFrom('document_version').selectAll().execute(),
      await db.selectFrom('full_text').selectAll().execute(),
      await db.selectFrom('region_list').selectAll().execute(),
      await acceptedWordings(db),
    ),
  );
  findings.push(...(await seals.findings(db, await newestDigest(db))));
  return { rows, head, findings };
}

function storedHead(db: Kysely<Tables>) {
  return db.selectFrom('audit_head').selectAll().where('id', '=', 1).executeTakeFirst();
}

async function rowsAfter(db: Kysely<Tables>, after: number, limit: number): Promise<AuditRow[]> {
  // PostgreSQL's integers end here; the first page of a verification starts below every number.
  const floor = Math.max(after, -(2 ** 31));
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('seq', '>', floor)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(auditRow);
}

async function rowsBefore(db: Kysely<Tables>, before: number | null, limit: number): Promise<AuditRow[]> {
  const all = db.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(limit);
  const rows = await (before === null ? all : all.where('seq', '<', before)).execute();
  return rows.map(auditRow);
}

function auditRow(row: Selectable<Tables['audit']>): AuditRow {
  return { ...row, detail: parsed(row.detail) };
}

/** Text that isn't JSON any more has been altered; kept as it is, its hash says so. */
function parsed(text: string): AuditRow['detail'] {
  try {
    return JSON.parse(text) as AuditRow['detail'];
  } catch {
    return { unreadable: text };
  }
}
