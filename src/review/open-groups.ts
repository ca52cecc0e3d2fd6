import type { OpenQuestion } from './asked.js';
import type { Group } from './groups.js';
import type { Proposal } from './proposal.js';

export const GROUP_STATES = ['open', 'proposed'] as const;
export type GroupState = (typeof GROUP_STATES)[number];

/** A group with what has been done about it. */
export interface ReviewedGroup extends Group {
  readonly state: GroupState;
  /** Ids of the proposals that were made of its questions, newest first; those that were turned down among them. */
  readonly proposals: readonly string[];
}

/** The questions that no accepted proposal has settled; the same asked again afterwards is open again. */
export function unsettled(
  questions: readonly OpenQuestion[],
  proposals: readonly Proposal[],
): OpenQuestion[] {
  const settled = new Set(
    proposals.filter(({ state }) => state === 'accepted').flatMap(({ questions: ids }) => ids),
  );
  return questions.filter(({ id }) => !settled.has(id));
}

/** The groups with their state. @param proposals newest first */
export function reviewed(groups: readonly Group[], proposals: readonly Proposal[]): ReviewedGroup[] {
  const byQuestion = new Map<string, Proposal[]>();
  for (const proposal of proposals) {
    for (const id of proposal.questions) {
      const known = byQuestion.get(id);
      if (known === undefined) byQuestion.set(id, [proposal]);
      else known.push(proposal);
    }
  }
  return groups.map((group) => {
    const about = new Set(group.questions.flatMap(({ id }) => byQuestion.get(id) ?? []));
    const isProposed = [...about].some(({ state }) => state === 'proposed');
    return { ...group, state: isProposed ? 'proposed' : 'open', proposals: [...about].map(({ id }) => id) };
  });
}
