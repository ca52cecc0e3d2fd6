import { textOnly } from '#conversation/answer-blocks.js';
import { defineIntent, type Office } from '#conversation/intent.js';
import { kindOf, namesOwn } from '#conversation/leaning.js';

const WORDS =
  /^(?:我?(?:要|想)?(?:转|找|换|接|要|联系)(?:一下)?(?:人工|真人|人工客服|客服|工作人员|人工服务)|人工(?:客服|服务|咨询)?|(?:有)?(?:没有)?(?:人工|咨询|联系|服务)电话(?:是)?(?:多少|吗)?|电话(?:是)?多少|打什么电话|怎么联系(?:你们|人工))$/u;

/** Hands the person to the office of the configuration, never to another. */
export const intent = defineIntent<true>({
  id: 'handoff',
  precedence: 60,
  interrupts: false,
  examples: ['转人工', '我要找人工', '人工服务', '咨询电话是多少', '找工作人员'],
  slots: (turn) =>
    WORDS.test(turn.said) || (kindOf(turn, 'handoff') !== null && !namesOwn(turn)) ? true : null,
  handler: (_, { desk: { office } }) => ({
    blocks: textOnly(office === null ? NO_OFFICE : officeText(office)),
  }),
});

const NO_OFFICE = '这里还没有设置人工咨询的单位和电话，转不了人工。可以直接到所在的社区或街道（乡镇）问。';

const officeText = ({ name, phone, hours }: Office) =>
  `人工咨询请找：${name}\n电话：${phone}\n时间：${hours}\n打电话时可以把这里的答案和依据念给对方听。`;
