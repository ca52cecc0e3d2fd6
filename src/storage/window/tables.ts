/** Tables of the window. Days are YYYY-MM-DD, times ISO 8601 in UTC. */
export interface CaseTables {
  window_case: {
    /** `<significant digits of the region>/<number>`. */
    id: string;
    number: string;
    /** Code of the community's region, without the zeros at its end, so that a region's own begin alike. */
    region: string;
    /** Name of the department that has it now; null where none has. */
    department: string | null;
    /** Id of the actor who received it. */
    owner: string;
    /** What the caller named this reception by; the code by which it may be asked for is made of it. */
    key: string;
    kind: string;
    state: string;
    class: string | null;
    received_on: string;
    due_on: string | null;
    /** Wrong codes tried on `wrong_on`. */
    wrong_codes: number;
    wrong_on: string | null;
    /** Keyed hash of whoever brought it, where a channel knows them. */
    person: string | null;
    /** Name and telephone, sealed. */
    contact: string | null;
    /** The case as JSON. */
    body: string;
    closed_on: string | null;
    updated_at: string;
  };
  case_event: { case_id: string; seq: number; at: string; actor: string; type: string; detail: string };
  case_file: { case_id: string; no: number; bytes: Uint8Array };
  /** The last number given out, by region, year and what is numbered. */
  case_counter: { region: string; year: string; sort: string; last: number };
  reminder: { id: string; person: string; day: string; text: string; made_at: string };
}

export const CASE_TABLE_KEYS = {
  window_case: ['id'],
  case_event: ['case_id', 'seq'],
  case_file: ['case_id', 'no'],
  case_counter: ['region', 'year', 'sort'],
  reminder: ['id'],
} as const satisfies { [Table in keyof CaseTables]: readonly (keyof CaseTables[Table] & string)[] };
