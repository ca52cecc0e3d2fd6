import { textOnly } from '#conversation/answer-blocks.js';
import { NO_WINDOW } from '#conversation/demands.js';
import { defineIntent } from '#conversation/intent.js';
import { dayToCome } from '#language/index.js';
import { maskPersonalData } from '#text/masking.js';

interface Slots {
  /** YYYY-MM-DD; null where the message names none. */
  day: string | null;
  text: string;
}

const WISH = /^(.{0,30}?)(?:请|记得|到时候?|麻烦)?提醒(?:一下)?我(?:一下)?(.{0,60})$/u;
const AROUND =
  /^(?:[,，:：、\s的在到]|请|帮我|麻烦|前|之前|那天|时候)+|(?:[,，:：、\s]|请|帮我|麻烦|前|之前|那天|的时候)+$/gu;

/** Something to be told of on a day. The bot never speaks first: it is said when the person next writes. */
export const intent = defineIntent<Slots>({
  id: 'remind-me',
  precedence: 34,
  interrupts: false,
  examples: ['明天提醒我问路灯的事', '12月5日提醒我交材料', '提醒我下周五去街道', '三天后提醒我', '提醒我'],
  slots({ said, desk }) {
    const [, before, after] = WISH.exec(said) ?? [];
    if (before === undefined || after === undefined || /[吗呢]$/u.test(after)) return null;
    const whole = `${before} ${after}`;
    const day = dayToCome(whole, desk.today());
    const rest = day === undefined ? whole : whole.slice(0, day.start) + whole.slice(day.end);
    return { day: day?.date ?? null, text: rest.replace(AROUND, '').trim() };
  },
  async handler({ day, text }, { desk, message: { channel, userId }, answerId, state }) {
    if (desk.window === null) return { blocks: textOnly(NO_WINDOW(desk.office)) };
    if (day === null) return { blocks: textOnly('请说哪一天、提醒什么，如：12月5日提醒我问路灯的事。') };
    const what = maskPersonalData(text === '' ? (state.last?.text ?? '您记下的这一天') : text).text;
    await desk.window.remind({ channel, userId }, { id: answerId, day, text: what });
    return {
      blocks: textOnly(
        `记下了：${day} 提醒「${what}」。我不会主动发消息，到那天或之后您来说第一句话时，我先提这件事。`,
      ),
    };
  },
});
