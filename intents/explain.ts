import { explained } from '#conversation/explained.js';
import { defineIntent } from '#conversation/intent.js';
import { hasBefore, isAnswered, kindOf } from '#conversation/leaning.js';
import { onSubject } from '#conversation/on-subject.js';
import { pointedAt } from '#conversation/pointing.js';
import { shownTo } from '#conversation/subject.js';

/** UTF-16 units of a message that speaks of nothing but a number. */
const SHORT = { inside: 24, outside: 10 } as const;

/** 「第2项说的什么」, 「啥意思」, 「就是不能开对吧」: a thing that was shown, or the last answer once more. */
export const intent = defineIntent<true>({
  id: 'explain',
  precedence: 50,
  interrupts: false,
  examples: ['没听懂', '再说一遍', '说简单点', '就是不能开对吧', '那就是不归社区管咯', '第2项说的什么'],
  slots(turn) {
    // With nothing before it, 「费随事转是什么意思」 is a question of its own.
    if (kindOf(turn, 'explain', 'confirm') !== null)
      return hasBefore(turn) || !isAnswered(turn) ? true : null;
    // A number of what is on the screen asks about that thing, whatever else is said.
    const pointed = turn.asked === null ? pointedAt(turn.said, shownTo(turn)) : null;
    const short = turn.said.length <= (pointed === 'outside' ? SHORT.outside : SHORT.inside);
    return pointed !== null && short ? true : null;
  },
  handler: (_, turn) => onSubject(turn, '还没有答过什么。请先说要问的事。', explained),
});
