import { askedAboutCharter, type CharterAsked, clauseLines, guideLines } from '#charter/index.js';
import { textOnly } from '#conversation/answer-blocks.js';
import { defineIntent } from '#conversation/intent.js';

/** What 村规民约 or 居民公约 may hold and how they are made; whether one thing may stand in them. */
export const intent = defineIntent<CharterAsked>({
  id: 'charter-rules',
  precedence: 36,
  interrupts: false,
  examples: [
    '村规民约要写什么',
    '村规民约里能写啥不能写啥',
    '居民公约怎么写',
    '居民公约能不能罚款',
    '村规民约可以写停水停电吗',
  ],
  slots: ({ said, desk }) => askedAboutCharter(said, desk.notices.charterRules),
  handler(asked, { desk, state }) {
    const rules = desk.notices.charterRules;
    const date = state.date ?? desk.today();
    const say = asked.rules.length > 0 ? clauseLines : guideLines;
    return { blocks: textOnly(say(rules, asked, date).join('\n')), state: { page: null } };
  },
});
