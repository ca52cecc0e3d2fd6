import type { Person } from './person.js';

export interface FeedbackEntry {
  questionId: string;
  person: Person;
  useful: boolean;
  /** Masked before it is stored. */
  comment: string | null;
  at: string;
}

/** What somebody said of an answer. */
export interface Judgement {
  useful: boolean;
  /** Why, where it was said. */
  comment: string | null;
  at: string;
}

export interface Feedback {
  /**
   * One judgement of whom the answer was for: a later one replaces it.
   * @throws QingdanError QD-ID for an unknown answer, or one that was for another
   */
  record(entry: FeedbackEntry): Promise<void>;
  ofQuestion(questionId: string): Promise<Judgement[]>;
  /** The same of many, by question; at most 1,000. */
  ofQuestions(questionIds: readonly string[]): Promise<ReadonlyMap<string, Judgement[]>>;
  tally(from: string, to: string): Promise<{ useful: number; wrong: number }>;
}
