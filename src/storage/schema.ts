import { ADMISSION_KEYS, type AdmissionTables } from './admission-schema.js';
import { JOB_TABLE_KEYS, type JobTables } from './jobs/tables.js';
import { REGISTER_KEYS, type RegisterTables } from './registers-schema.js';
import { REVIEW_KEYS, type ReviewTables } from './review-tables.js';
import { CASE_TABLE_KEYS, type CaseTables } from './window/tables.js';

/** Tables as Kysely knows them. Times are ISO 8601 text in UTC, so that they sort and read the same on both databases. */
export interface Tables extends AdmissionTables, CaseTables, JobTables, RegisterTables, ReviewTables {
  meta: { name: string; value: string };
  question: {
    id: string;
    at: string;
    channel: string;
    person: string;
    text: string;
    role: string | null;
    region: string | null;
    date: string | null;
    /** JSON. */
    how: string | null;
    today: string;
    verdict: string;
    band: string;
    probability: number;
    item_id: string | null;
    catalogue_version: string;
    edition: string | null;
    answer_hash: string;
    /** HMAC of the rest of the row; see `AnswerSeals`. */
    seal: string | null;
  };
  answer_seal: { id: number; added: number; removed: number; sum: string; signature: string };
  /** Scopes are words apart by commas. */
  api_key: {
    id: string;
    name: string;
    hash: string;
    region: string | null;
    scopes: string;
    per_minute: number;
    created_at: string;
    revoked_at: string | null;
  };
  feedback: {
    question_id: string;
    person: string;
    /** 0 or 1. */
    useful: number;
    comment: string | null;
    at: string;
  };
  event: { key: string; claimed_at: string; settled_at: string | null };
  conversation: { key: string; person: string | null; state: string; updated_at: string; expires_at: string };
  /** Texts kept once, whoever refers to them: documents, regions, rule files. */
  content: { hash: string; body: string };
  /** Contents that people passed on, and when last. */
  shared_page: { hash: string; at: string };
  document_version: {
    document_id: string;
    number: number;
    hash: string | null;
    at: string;
    actor: string;
    source: string;
  };
  full_text: { document_id: string; hash: string; at: string; actor: string; source: string };
  region_list: { number: number; hash: string; at: string; actor: string; source: string };
  edition: {
    id: string;
    catalogue_version: string;
    program: string;
    regions: string;
    rules: string;
    first_at: string;
  };
  edition_document: { edition: string; hash: string };
  screening: {
    id: string;
    at: string;
    channel: string;
    person: string;
    region: string | null;
    title: string;
    source: string;
    result: string;
    tasks: number;
    catalogue_version: string;
    edition: string | null;
    /** The first of the same notice; null where it is the first itself. */
    first_id: string | null;
  };
  audit: {
    seq: number;
    at: string;
    actor: string;
    action: string;
    subject: string;
    detail: string;
    previous: string;
    hash: string;
  };
  audit_head: { id: number; seq: number; hash: string; signature: string };
}

/** Every table with its primary key, each after those it refers to. */
export const TABLE_KEYS = {
  meta: ['name'],
  content: ['hash'],
  shared_page: ['hash'],
  edition: ['id'],
  edition_document: ['edition', 'hash'],
  document_version: ['document_id', 'number'],
  full_text: ['document_id'],
  region_list: ['number'],
  question: ['id'],
  feedback: ['question_id', 'person'],
  event: ['key'],
  conversation: ['key'],
  screening: ['id'],
  ...ADMISSION_KEYS,
  ...REGISTER_KEYS,
  ...REVIEW_KEYS,
  audit: ['seq'],
  audit_head: ['id'],
  ...CASE_TABLE_KEYS,
  ...JOB_TABLE_KEYS,
  answer_seal: ['id'],
  api_key: ['id'],
} as const satisfies { [Table in keyof Tables]: readonly (keyof Tables[Table] & string)[] };
