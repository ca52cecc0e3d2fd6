import { textOnly } from '#conversation/answer-blocks.js';
import { decide, scopeOf } from '#conversation/ask-desk.js';
import { defineIntent, type Outcome, type Turn } from '#conversation/intent.js';
import type { Block } from '#conversation/message.js';
import type { RegisterDesk } from '#conversation/register-desk.js';
import { registerReply, taskBehind } from '#conversation/register-reply.js';
import { type AskedAbout, askedAbout } from '#registers/asked.js';
import { type Lookup, lookedUp } from '#registers/lookup.js';

type Slots = { type: 'asked'; about: AskedAbout } | { type: 'lookup'; lookup: Lookup };

/**
 * Whether a form, board, app, meeting or assessment has to be done: who asks for it, on what ground, admitted or not; and
 * what a register holds, for whoever may know it.
 */
export const intent = defineIntent<Slots>({
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
    '今年给谁盖过章',
    '上个月盖了几个章',
    '万能章汇总',
    '哪些单位老要证明',
    '身份证号这个数据别的表要过吗',
    '哪些字段重复',
    '我们社区的村规民约备案了没有',
    '阳光社区的居民公约哪天通过的',
    '会议登记汇总',
    '看看牌子登记',
  ],
  slots({ said, desk }) {
    const about = askedAbout(said);
    if (about !== null) return { type: 'asked', about };
    const lookup = lookedUp(said, desk.today());
    return lookup === null ? null : { type: 'lookup', lookup };
  },
  async handler(slots, turn) {
    const { desk } = turn;
    if (desk.registers === null) return { blocks: textOnly('这里没有登记可以查。') };
    return slots.type === 'asked'
      ? asked(slots.about, turn, desk.registers)
      : held(slots.lookup, turn, desk.registers);
  },
});

async function held(lookup: Lookup, turn: Turn, registers: RegisterDesk): Promise<Outcome> {
  const { channel, userId, role, region: own } = turn.message;
  const { region, role: as } = scopeOf(turn);
  const found = await registers.look(lookup, {
    region,
    atOffice: as === 'worker' || as === 'official',
    day: turn.desk.today(),
    // What a person says of themselves isn't enough to be shown what isn't open.
    own: role === 'worker' && own !== undefined ? { person: { channel, userId }, region: own } : null,
  });
  if (found.citations.length === 0) return { blocks: textOnly(found.lines.join('\n')) };
  return { blocks: withRules(registerReply(found, null), region, turn) };
}

async function asked({ kind, name }: AskedAbout, turn: Turn, registers: RegisterDesk): Promise<Outcome> {
  const { desk } = turn;
  const scope = scopeOf(turn);
  const found = await registers.ask(kind, name, scope.region, desk.today());
  const task = taskBehind(kind, name, (text) =>
    decide(turn, text, { ...scope, how: { ...scope.how, as: 'task' } }),
  );
  return { blocks: withRules(registerReply(found, task), scope.region, turn) };
}

function withRules(
  { text, citations }: ReturnType<typeof registerReply>,
  region: string | null,
  { desk }: Turn,
): Block[] {
  const closing = `目录：${region ?? '全国'}，${desk.today()}有效，版本 ${desk.kb.version}。以正式文件为准。`;
  const blocks: Block[] = [{ type: 'text', text }];
  if (citations.length > 0) blocks.push({ type: 'citations', citations, closing });
  return blocks;
}
