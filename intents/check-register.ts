import { textOnly } from '#conversation/answer-blocks.js';
import { decide, scopeOf } from '#conversation/ask-desk.js';
import { defineIntent } from '#conversation/intent.js';
import type { Block } from '#conversation/message.js';
import { registerReply, taskBehind } from '#conversation/register-reply.js';
import { type AskedAbout, askedAbout } from '#registers/asked.js';

/** Whether a form, board, app, meeting or assessment has to be done: who asks for it, on what ground, admitted or not. */
export const intent = defineIntent<AskedAbout>({
  id: 'check-register',
  precedence: 37,
  interrupts: false,
  examples: [
    '这张表能不填吗',
    '燃气安全排查统计表能不能不填',
    '这个台账要不要报',
    '高龄津贴申报表是哪个单位要的',
    '这块牌子能不挂吗',
    '反诈app能不装吗',
    '防汛推进会必须参加吗',
    '卫生创建考核可以不参加吗',
    '这张表能不填吗：燃气安全排查统计表',
    '社区有没有权不填表',
    '能不能不挂这块牌子',
  ],
  slots: ({ said }) => askedAbout(said),
  async handler({ kind, name }, turn) {
    const { desk } = turn;
    if (desk.registers === null) return { blocks: textOnly('这里没有登记可以查。') };
    const { region } = scopeOf(turn);
    const day = desk.today();
    const found = await desk.registers.ask(kind, name, region, day);
    const scope = scopeOf(turn);
    const task = taskBehind(kind, name, (text) =>
      decide(turn, text, { ...scope, how: { ...scope.how, as: 'task' } }),
    );
    const { text, citations } = registerReply(found, task);
    const closing = `目录：${region ?? '全国'}，${day}有效，版本 ${desk.kb.version}。以正式文件为准。`;
    const blocks: Block[] = [{ type: 'text', text }];
    if (citations.length > 0) blocks.push({ type: 'citations', citations, closing });
    return { blocks };
  },
});
