/** Tables of users and of 准入, beside those of `schema.ts`. Days are YYYY-MM-DD, times ISO 8601 in UTC. */
export interface AdmissionTables {
  account: {
    id: string;
    name: string;
    role: string;
    region: string;
    department: string | null;
    /** Argon2id in PHC form; null for an account that has no password and logs in otherwise. */
    password: string | null;
    /** Wrong passwords since the last right one. */
    failures: number;
    locked_until: string | null;
    disabled_at: string | null;
    created_at: string;
    /** By which another service knows the user; null for one that signs in here. */
    outside: string | null;
  };
  /** Sessions and API keys that hold, by the SHA-256 of what their holder has. */
  login: {
    id: string;
    account_id: string;
    /** session or key. */
    kind: string;
    name: string | null;
    created_at: string;
    expires_at: string;
  };
  admission: {
    /** `<region>-<year>-<serial>`. */
    id: string;
    region: string;
    year: number;
    serial: number;
    owner: string;
    department: string | null;
    /** As kept; what it is on a day follows from `decided_from`, `decided_to`. */
    state: string;
    task: string | null;
    decided_from: string | null;
    decided_to: string | null;
    changed_at: string;
    /** JSON of the whole application with what became of it. */
    body: string;
    /** JSON of what was found when it was last submitted; null for a draft. */
    screening: string | null;
  };
  admission_event: {
    admission_id: string;
    number: number;
    at: string;
    day: string;
    actor: string;
    actor_name: string;
    /** JSON. */
    event: string;
  };
}

export const ADMISSION_KEYS = {
  account: ['id'],
  login: ['id'],
  admission: ['id'],
  admission_event: ['admission_id', 'number'],
} as const;
