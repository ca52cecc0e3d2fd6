/** What a case comes to. The last three are for demands (三事分流). */
export const VERDICTS = [
  'autonomy',
  'assist',
  'negative',
  'may-certify',
  'must-not-certify',
  'not-listed',
  'information',
  'clarify',
  'out-of-scope',
  'triage-government',
  'triage-consult',
  'triage-self',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Sure enough to answer / asks which of at most three is meant / says that it doesn't know. */
export type Band = 'answer' | 'confirm' | 'abstain';

export const ROLES = ['resident', 'worker', 'official'] as const;
export type Role = (typeof ROLES)[number];
