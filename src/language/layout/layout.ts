import type { Party } from '../parties/party.js';
import type { Span } from '../span.js';
import type { Paragraph } from './outline.js';
import type { Table } from './tables.js';

/** The parts of a notice. */
export interface Layout {
  readonly title: string | null;
  /** Who issued it, from the signature; null where none was found. */
  readonly issuer: string | null;
  /** 文号. */
  readonly number: string | null;
  /** Whom it is addressed to; empty where nobody is. */
  readonly addressees: ReadonlySet<Party>;
  /** The committee is what is scored and ranked. */
  readonly assessing: boolean;
  /** What is between the address and the signature. */
  readonly body: readonly Paragraph[];
  /** Title, number, address, signature and the like. */
  readonly frame: readonly Span[];
  /** Those of the body, in its order. */
  readonly tables: readonly Table[];
}
