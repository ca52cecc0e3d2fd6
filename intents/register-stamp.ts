import { textOnly } from '#conversation/answer-blocks.js';
import { defineIntent, type Outcome, type Turn } from '#conversation/intent.js';
import { answeredStamp, isWhole, missing, reportedAtOnce, type StampDraft } from '#conversation/stamp.js';

type Slots = { type: 'begin'; draft: StampDraft } | { type: 'answer' } | { type: 'confirm' };

const BEGIN =
  /^(?:我要|帮我|请)?(?:登记|记)(?:一下|一次|一条)?(?:用章|盖章|印章)(?:登记)?(?:[:：,，\s]+(.+))?$/su;
const CONFIRM = /^(?:确认|确认登记|对|是的|没错|登记)$/u;

/** A stamp put into the community's register, question by question or at once; in a community's own channel alone. */
export const intent = defineIntent<Slots>({
  id: 'register-stamp',
  precedence: 18,
  interrupts: false,
  examples: ['登记用章', '帮我登记一下用章', '登记用章：阳光社区，居住证明，某银行要的，不予出具'],
  slots({ said, state }) {
    const begin = BEGIN.exec(said);
    if (begin !== null) return { type: 'begin', draft: reportedAtOnce(begin[1] ?? '') };
    const { stamp } = state;
    if (stamp === undefined || stamp === null) return null;
    if (isWhole(stamp)) return CONFIRM.test(said) ? { type: 'confirm' } : null;
    return answeredStamp(stamp, said) === null ? null : { type: 'answer' };
  },
  handler(slots, turn) {
    const { desk, message, state, said } = turn;
    const { role, region } = message;
    // What a person says of themselves isn't enough to write into a register.
    if (desk.registers === null || role !== 'worker' || region === undefined) {
      return { blocks: textOnly(NOT_HERE), state: { stamp: null } };
    }
    if (slots.type === 'begin') return asking(slots.draft);
    if (slots.type === 'answer') return asking(answeredStamp(state.stamp ?? {}, said) ?? {});
    return kept(turn, region);
  },
});

const NOT_HERE =
  '用章登记只能在社区自己的渠道里做（管理员把渠道的身份设为社区工作者、写明地区）。也可以用命令：qingdan register seal add';

function asking(draft: StampDraft): Outcome {
  const next = missing(draft);
  if (next !== null) return { blocks: textOnly(`${next[1]}\n（不登记了就问别的）`), state: { stamp: draft } };
  const { place, paper, demander, outcome } = draft;
  const lines = [
    `社区（村）：${place}`,
    `证明或文书：${paper}`,
    `要求提供的单位：${demander === '' ? '未见' : demander}`,
    `结果：${outcome}`,
  ];
  return { blocks: textOnly(`请核对：\n${lines.join('\n')}\n对的请回复「确认」。`), state: { stamp: draft } };
}

async function kept({ desk, state, message }: Turn, region: string): Promise<Outcome> {
  const { stamp } = state;
  if (desk.registers === null || stamp === undefined || stamp === null || !isWhole(stamp)) {
    return { blocks: textOnly('没有要登记的用章。'), state: { stamp: null } };
  }
  const { channel, userId } = message;
  const number = await desk.registers.stamp(stamp, region, desk.today(), { channel, userId });
  return { blocks: textOnly(`已登记：${number}。`), state: { stamp: null } };
}
