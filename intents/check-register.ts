import { type Answer, sectionsOf } from '#answer/index.js';
import { textOnly } from '#conversation/answer-blocks.js';
import { decide, scopeOf } from '#conversation/ask-desk.js';
import { defineIntent, type Turn } from '#conversation/intent.js';
import type { Block } from '#conversation/message.js';
import { type AskedAbout, askedAbout } from '#registers/asked.js';
import { REGISTERS } from '#registers/kinds/index.js';

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
    const { lines, citations: rulesCited } = await desk.registers.ask(kind, name, region, day);
    const task = REGISTERS[kind].asked?.task === true && name !== '' ? taskBehind(name, turn) : null;
    const none = rulesCited.length === 0 ? ['已收录的文件里没有找到这个地区的有关规定。'] : [];
    const rules = rulesCited.map(({ summary }, i) => `${i + 1}. ${summary}`);
    const citations = [...rulesCited, ...(task?.citations ?? [])];
    const listed =
      task === null ? [] : [`后面的工作，清单这样说：${sectionsOf(task.sections, 'headline')[0] ?? ''}`];
    const text = [...lines, ...listed, ...(rules.length === 0 ? none : ['有关规定：', ...rules])].join('\n');
    const closing = `目录：${region ?? '全国'}，${day}有效，版本 ${desk.kb.version}。以正式文件为准。`;
    const blocks: Block[] = [{ type: 'text', text }];
    if (citations.length > 0) blocks.push({ type: 'citations', citations, closing });
    return { blocks };
  },
});

/** What the lists say of the task behind a form or an app, by its name; null where they don't know it. */
function taskBehind(name: string, turn: Turn): Answer | null {
  const scope = scopeOf(turn);
  const answer = decide(turn, name, { ...scope, how: { ...scope.how, as: 'task' } });
  return ON_A_LIST.has(answer.verdict) && answer.choices.length === 0 ? answer : null;
}

const ON_A_LIST: ReadonlySet<Answer['verdict']> = new Set(['autonomy', 'assist', 'negative']);
