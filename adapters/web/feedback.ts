/** What a person may say of an answer. */
export const FEEDBACK_WORDS = { useful: '有用', wrong: '不对' } as const;
export type FeedbackKind = keyof typeof FEEDBACK_WORDS;

/** The choice that a feedback button sends. */
export const feedbackChoice = (answerId: string, kind: FeedbackKind): string =>
  `feedback:${answerId}:${kind}`;

/** What a choice says of which answer; null where it is another sort of choice. */
export function readFeedback(choice: string): { answerId: string; word: string } | null {
  const [, answerId, kind] = /^feedback:(.+):(useful|wrong)$/su.exec(choice) ?? [];
  if (answerId === undefined) return null;
  return { answerId, word: FEEDBACK_WORDS[kind as FeedbackKind] };
}
