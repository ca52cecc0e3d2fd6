/** Tables of the review of unanswered questions. */
export interface ReviewTables {
  /** `region` is a code; `body` is the proposal as JSON. */
  review_proposal: { id: string; region: string; state: string; proposed_at: string; body: string };
  /** Questions that the office keeps, as JSON. */
  review_question: { id: string; region: string; kept_at: string; body: string };
  /** What a person put right of a screening, as JSON; `region` is the code of where they work. */
  notice_correction: { screening_id: string; region: string; at: string; body: string };
}

export const REVIEW_KEYS = {
  review_proposal: ['id'],
  review_question: ['id'],
  notice_correction: ['screening_id'],
} as const;
