import { textOnly } from '#conversation/answer-blocks.js';
import { defineIntent, type Turn } from '#conversation/intent.js';
import { kindOf } from '#conversation/leaning.js';
import { NEW_CONVERSATION } from '#conversation/state.js';

const RECORDS = '我?的?(?:全部|所有|个人)?(?:的)?(?:问答|聊天|对话|咨询|提问)?(?:记录|数据|信息|资料)';
const WISH = new RegExp(
  `^(?:请|帮我|我要|我想|能不能|可以)?(?:把)?(?:删除|删掉|清除|清空|抹掉|注销)${RECORDS}(?:吗)?$|^(?:请|帮我|我要|我想)?把${RECORDS}(?:都|全)?(?:删除|删掉|删了|清除|清空|抹掉)$`,
  'u',
);
const CONFIRMED = /^(?:我)?确认删除(?:我的)?(?:全部|所有)?(?:记录)?$/u;

/** Characters; a longer message speaks of somebody's records elsewhere. */
const SHORT = 16;

/** Deletes what is kept of the person who asks, once they have said that they mean it. */
export const intent = defineIntent<{ confirmed: boolean }>({
  id: 'forget-me',
  precedence: 12,
  interrupts: true,
  examples: ['删除我的记录', '帮我删除我的聊天记录', '把我的数据删掉', '确认删除'],
  slots(turn) {
    if (CONFIRMED.test(turn.said)) return { confirmed: true };
    const wish =
      WISH.test(turn.said) ||
      (turn.said.length <= SHORT && kindOf(turn, 'forget') !== null && speaksOnlyOfIt(turn));
    return wish ? { confirmed: false } : null;
  },
  async handler({ confirmed }, { desk, state, message: { channel, userId } }) {
    if (!confirmed) return { blocks: textOnly(BEFORE), state: { deletionAsked: true } };
    if (!state.deletionAsked) return { blocks: textOnly(UNASKED) };
    const deleted = await desk.forget({ channel, userId });
    const text =
      deleted === 0
        ? '没有找到您的记录。'
        : `已删除您的 ${deleted} 条记录。备份里的，到备份的保存期满时一并删除。`;
    return { blocks: textOnly(text), state: NEW_CONVERSATION };
  },
});

const UNASKED = '还没有要删的。要删除自己的记录，请先说「删除我的记录」，再确认。';

const BEFORE =
  '删除的是您在这里留下的提问、评价和研判记录，删了不能恢复，也查不出以前为什么那样答。要删，请回复「确认删除」。';

/** 怎么删除违章记录 names records of somebody else. */
const speaksOnlyOfIt = ({ reads }: Turn): boolean => [...reads.beyond('forget')].length < 2;
