import { textOnly } from '#conversation/answer-blocks.js';
import { isQuestion, NO_WINDOW, previewed } from '#conversation/demands.js';
import { defineIntent, type Outcome, type Turn } from '#conversation/intent.js';

type Slots = { type: 'confirm'; place: string | null } | { type: 'open'; text: string; last: boolean };

const WISH =
  /^(?:(?:我|我们|俺|本人)(?:今天)?(?:想|要|想要|需要|来|得)|帮我|帮忙|请(?:帮我|你们)?|麻烦)(?:向(?:社区|你们|居委会|村委会))?(?:反映|投诉|举报|报修|登记|上报|报(?=一下|一件|一个|给|上去|个(?!名|税|账|销|警|案|备|到)))(?:一下|一个|一件|一条|上去|个|下)?(?:给(?:社区|你们|居委会|村委会|街道|物业)(?:一下)?)?(?:问题|情况|事情|事儿?|诉求|诉求件)?(?:[,，:：。]|是)?\s*(.*)$/u;
const BARE = /^(?:登记|提交|新建|新增)(?:一个|一件|一条|个)?(?:诉求|诉求件|件)(?:[,，:：]\s*(.*))?$/u;
const CONFIRM = /^(?:确认登记|确认|确定|登记|登记吧|帮我登记|请登记|提交|是|是的|好|好的|可以|同意|行|嗯)$/u;
/** With where it is, which is sealed in the store and never stands in the conversation's own state. */
const CONFIRM_AT = /^确认登记[,，:：。\s]*(?:地点)?(?:是|在)?[:：\s]*(.{2,60})$/u;
/** 帮我登记 after an answer means what was asked. */
const REGISTER = /登记|报/u;

/** A demand on its way to the window: what the lists say of it, then, once it is confirmed, number and code. */
export const intent = defineIntent<Slots>({
  id: 'new-demand',
  precedence: 29,
  interrupts: false,
  examples: [
    '我要反映一个问题',
    '我想反映小区路灯坏了',
    '帮我登记',
    '我要投诉楼上天天半夜吵',
    '登记诉求：路边井盖没了',
    '帮我报一下',
    '帮我报一下小区路灯坏了',
  ],
  slots({ said, state }) {
    const waits = state.demand !== undefined && state.demand !== null && state.demand.text !== '';
    if (waits && CONFIRM.test(said)) return { type: 'confirm', place: null };
    const [, place] = CONFIRM_AT.exec(said) ?? [];
    if (waits && place !== undefined) return { type: 'confirm', place };
    const [found, text = ''] = WISH.exec(said) ?? BARE.exec(said) ?? [];
    if (found === undefined || isQuestion(text)) return null;
    return { type: 'open', text: text.trim(), last: REGISTER.test(said) };
  },
  handler(slots, turn) {
    if (turn.desk.window === null) return { blocks: textOnly(NO_WINDOW(turn.desk.office)) };
    return slots.type === 'confirm' ? registered(slots.place, turn) : opened(slots, turn);
  },
});

/** With nothing said, what was asked last may be meant; else it is asked for. */
function opened({ text, last }: { text: string; last: boolean }, turn: Turn): Outcome {
  const wanted = text === '' && last ? (turn.state.last?.text ?? '') : text;
  if (wanted === '')
    return { blocks: textOnly('请说是什么事、在哪里，一两句话就行。'), state: { demand: { text: '' } } };
  return previewed(wanted, turn);
}

async function registered(place: string | null, { desk, state, message, answerId }: Turn): Promise<Outcome> {
  const { channel, userId } = message;
  const text = state.demand?.text ?? '';
  const done = await desk.window?.register({ key: answerId, text, place, person: { channel, userId } });
  return { blocks: textOnly((done?.lines ?? []).join('\n')), state: { demand: null } };
}
