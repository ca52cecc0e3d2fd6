import { LONGEST_NOTICE } from '#answer/index.js';
import { QingdanError } from '#errors.js';

/** Refuses a message before anything reads its text. @throws QingdanError QD-TOO-LONG over 60,000 UTF-16 units */
export function refuseTooLong(text: string): void {
  if (text.length <= LONGEST_NOTICE) return;
  throw new QingdanError('QD-TOO-LONG', `内容太长，超过 ${LONGEST_NOTICE} 字，请拆成几次再发`);
}

/**
 * A text of whatever length, cut behind the first character that is too much: a channel reads no more of it, and the bot
 * still sees that it is too long.
 */
export const bounded = (text: string): string => text.slice(0, LONGEST_NOTICE + 1);
