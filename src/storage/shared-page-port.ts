import type { Act } from './audit-port.js';

/** Pages that people pass on: plain data that holds nothing personal, each kept once under the hash of its content. */
export interface SharedPages {
  /** Its id, the same for the same content: 43 letters, digits, - and _. Its time of keeping begins anew. */
  keep(page: unknown, at: string): Promise<string>;
  /** Null where there is none under this id. @throws QingdanError QD-AUDIT where it isn't what was kept */
  find(id: string): Promise<unknown>;
  /** Takes one down and leaves a row in the audit log. @throws QingdanError QD-ID where there is none under this id */
  remove(id: string, act: Act): Promise<void>;
}
