import type { Choice } from '#answer/index.js';
import { textOnly } from '#conversation/answer-blocks.js';
import { answered, scopeOf } from '#conversation/ask-desk.js';
import { type ChoiceRead, readChoice } from '#conversation/choice.js';
import { explained } from '#conversation/explained.js';
import { defineIntent, type Outcome, type Turn } from '#conversation/intent.js';
import { kindOf } from '#conversation/leaning.js';
import { onSubject } from '#conversation/on-subject.js';
import { pointedAt } from '#conversation/pointing.js';
import type { Asked } from '#conversation/state.js';

/** The answer to a question of the bot, or one of what was shown: by number, by name or by a button. */
export const intent = defineIntent<ChoiceRead>({
  id: 'choose',
  precedence: 15,
  interrupts: false,
  examples: ['1', '①', '第一个', '一', '选2', '都不是'],
  slots(turn) {
    const { said, asked, message } = turn;
    const read = readChoice(said, asked?.choices ?? [], message.choice);
    if (read !== null || asked === null) return read;
    // 「那个拆违的」, 「后面那个」.
    if (kindOf(turn, 'pick', 'correct') === null) return null;
    const items = asked.choices.map(({ label }) => ({ label, how: {} }));
    const at = pointedAt(said, { first: 1, items });
    return typeof at === 'number' ? { type: 'one', choice: asked.choices[at] as Choice } : null;
  },
  handler(read, turn) {
    const { asked, state } = turn;
    if (asked === null) {
      if (read.type !== 'none' && state.shown !== null) return onSubject(turn, '', explained);
      return { blocks: textOnly('现在没有要选的。请直接说要问的事。') };
    }
    if (read.type === 'none')
      return {
        blocks: textOnly('好的，都不是。请把要办的事、要开的证明说具体一点。'),
        state: { shown: null },
      };
    if (read.type === 'outside') {
      const most = asked.choices.length;
      const range = most === 1 ? '这里只有 1 项，回复 1' : `请回复 1 到 ${most} 的数字`;
      return { blocks: textOnly(`${range}，或直接说名称；都不是就说「都不是」。`), asked };
    }
    return chosen(read.choice, asked, turn);
  },
});

function chosen(choice: Choice, asked: Asked, turn: Turn): Outcome {
  const { last } = turn.state;
  switch (asked.settles) {
    case 'region-of-person':
      return {
        blocks: textOnly(`记下了，这次对话按${choice.id}的规定来答。请说要问的事。`),
        state: { region: choice.id },
      };
    case 'region-of-question':
      return answered(
        turn,
        asked.question,
        { ...(last ?? scopeOf(turn)), region: choice.id, how: { ...last?.how, over: ['region'] } },
        { region: choice.id },
      );
    case 'matter': {
      const scope = last ?? scopeOf(turn);
      return answered(turn, choice.label, { ...scope, how: { rowId: choice.id } });
    }
  }
}
