import type { Appender } from '../audit-log.js';
import type { Access } from '../group-commit.js';
import type { KeyedHash } from '../key.js';
import type { Sealer } from './sealed.js';

/** What the window's part of the store is made of. */
export interface CaseParts {
  access: Access;
  keyed: KeyedHash;
  append: Appender;
  sealer: Sealer;
}
