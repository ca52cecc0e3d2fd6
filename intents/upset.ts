import { sectionsOf } from '#answer/index.js';
import { textOnly } from '#conversation/answer-blocks.js';
import { lastAnswer, scopeOf } from '#conversation/ask-desk.js';
import { defineIntent } from '#conversation/intent.js';
import { kindOf, namesOwn } from '#conversation/leaning.js';

/** Anger: a kind sentence, and something to do. */
export const intent = defineIntent<true>({
  id: 'upset',
  precedence: 54,
  interrupts: false,
  examples: ['气死我了', '天天加活谁受得了', '你们就是踢皮球', '什么都往社区推'],
  slots: (turn) => (kindOf(turn, 'anger') === null || namesOwn(turn) ? null : true),
  handler(_, turn) {
    const { role } = scopeOf(turn);
    const answer = lastAnswer(turn);
    const known = answer !== null && answer.verdict !== 'out-of-scope' && answer.choices.length === 0;
    const todo = known ? sectionsOf(answer.sections, 'route', 'next').slice(0, 2) : [];
    const { first, next } = role === null ? TO_ANYBODY : role === 'resident' ? TO_RESIDENTS : TO_STAFF;
    return {
      blocks: textOnly(
        [
          first,
          ...(todo.length > 0 ? [...todo, '要我帮您写几句话去说，就说「帮我写几句话」。'] : [next]),
        ].join('\n'),
      ),
    };
  },
});

const TO_RESIDENTS = {
  first: '让您费心费力了，碰上这种事着急很正常。',
  next: '您说说是哪份证明、哪件事，我把该找谁、依据是哪条查给您，您拿着去说；要找人，说「转人工」。',
};
const TO_STAFF = {
  first: '辛苦了，活多又压得紧，换谁都不好受。',
  next: '把派下来的通知或者几条任务发给我，我逐项看哪些有依据、哪些可以退回，还能帮您写好退回函。',
};
const TO_ANYBODY = {
  first: '辛苦了，碰上这种事着急、生气都很正常，换谁都不好受。',
  next: '说说是哪份证明、哪件事，或者把派下来的通知发来：该找谁、依据是哪条、能不能退回，我查给您；要找人，说「转人工」。',
};
