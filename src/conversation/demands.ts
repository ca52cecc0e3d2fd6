import { maskPersonalData } from '#text/masking.js';
import { textOnly } from './answer-blocks.js';
import type { Office, Outcome, Turn } from './intent.js';

/** A text that asks rather than tells: it is answered, not registered. */
const ASKS =
  /吗$|呢$|吧$|谁管|归谁|该谁|找谁|哪个部门|能不能|可不可以|是不是|要不要|怎么办$|怎么处理$|多少$/u;

export const isQuestion = (text: string): boolean => ASKS.test(text);

/** Where nothing is registered, whom to turn to. */
export const NO_WINDOW = (office: Office | null): string =>
  office === null
    ? '这里还没有开通登记，请直接到社区窗口，或者打12345。'
    : `这里还没有开通登记，请找：${office.name}，电话：${office.phone}（${office.hours}）。`;

/** What the lists say of a demand, before it is confirmed; its text is remembered without personal data. */
export function previewed(text: string, turn: Turn): Outcome {
  const demand = { text: maskPersonalData(text).text };
  const lines = turn.desk.window?.preview(demand.text).lines ?? [];
  return {
    blocks: textOnly(
      [
        `您要办的是：${demand.text}`,
        ...lines,
        '登记请回复「确认登记」加地点，如：确认登记 3号楼2单元；要补充情况，说「补充：……」；不登记，说「取消」。',
        '电话、证件号不用写在这里，写了也会遮去；地点只有办理的人看得到。凭件号和查询码来查。',
      ].join('\n'),
    ),
    state: { demand, page: null },
  };
}
