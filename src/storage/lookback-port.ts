import type { Actor } from '#access/roles.js';
import type { Asked, LookbackScope, QuestionFigures, ScreeningFigures } from '#lookback/figures.js';

/** Counts of the log of questions and of notices, for a region and time. @throws QD-FORBIDDEN from each */
export interface Lookback {
  questions(actor: Actor, scope: LookbackScope): Promise<QuestionFigures>;
  /** The number alone. */
  asked(actor: Actor, scope: LookbackScope): Promise<Asked>;
  screenings(actor: Actor, scope: LookbackScope): Promise<ScreeningFigures>;
}
