import type { Paragraph } from '../layout/outline.js';
import type { Party } from '../parties/party.js';

/** A notice as its grammar reads it: without brackets, places counted in what is left. */
export interface SeenNotice {
  readonly text: string;
  readonly body: readonly Paragraph[];
  /** Each paragraph of the body with its brackets. */
  readonly lines: readonly string[];
  readonly addressees: ReadonlySet<Party>;
  readonly assessing: boolean;
  readonly title: string;
}
