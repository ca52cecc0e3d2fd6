import type { Hit } from './hit.js';
import { type Precedence, precedenceOf, type RowsInForce } from './precedence.js';
import { asksForCase, isOffice, type NobodyShares } from './scoring.js';
import type { Role, Verdict } from './verdict.js';

/** What may be said of a case: its probability is the sum over all matters of which the same is said. */
export interface Outcome {
  /** The verdict; of what informs also which matter, since each tells something else. */
  key: string;
  verdict: Verdict;
  probability: number;
  /** The matters that come to it, best first; none where only the nobody's sorts do. */
  hits: readonly Hit[];
}

/** Who asks, and the rows that hold for them. */
export interface Asker {
  inForce: RowsInForce;
  role: Role;
}

/**
 * What a hit comes to for the asker. A worker or an official who asks whether a demand is the committee's task hears that
 * no list has it; a resident hears which class it is, however it is asked, and so does everybody of one's own affairs.
 */
export function verdictOf({ matter, wording, frame }: Hit, { inForce, role }: Asker): Verdict {
  if (matter.group === 'fact') return matter.rows.length > 0 ? 'information' : 'out-of-scope';
  if (matter.triage !== undefined) {
    const own = matter.triage.class === 'self';
    return asksForCase(frame) && !own && isOffice(role) ? 'not-listed' : `triage-${matter.triage.class}`;
  }
  return precedenceOf(matter, inForce, wording).verdict;
}

export const precedenceHere = ({ matter, wording }: Hit, inForce: RowsInForce): Precedence =>
  precedenceOf(matter, inForce, wording);

/**
 * What may be said, most probable first.
 * @param hits those that nothing rules out, best first
 * @param handed a notice hands it down: what the committee does itself and what it helps with are then both its duties
 */
export function outcomesOf(
  hits: readonly Hit[],
  nobody: NobodyShares,
  asker: Asker,
  handed: boolean,
): Outcome[] {
  const outcomes = new Map<string, Outcome & { hits: Hit[] }>();
  const at = (key: string, verdict: Verdict) => {
    const known = outcomes.get(key) ?? { key, verdict, probability: 0, hits: [] };
    outcomes.set(key, known);
    return known;
  };
  for (const hit of hits) {
    const verdict = verdictOf(hit, asker);
    const duty = handed && (verdict === 'assist' || verdict === 'autonomy');
    const outcome = at(duty ? 'duty' : verdict === 'information' ? hit.matter.key : verdict, verdict);
    outcome.probability += hit.probability;
    outcome.hits.push(hit);
  }
  at('not-listed', 'not-listed').probability += nobody['none:certificate'] + nobody['none:task'];
  at('out-of-scope', 'out-of-scope').probability += nobody['none:offtopic'];
  at('clarify', 'clarify').probability += nobody['none:vague'];
  return [...outcomes.values()].sort((a, b) => b.probability - a.probability || (a.key < b.key ? -1 : 1));
}
