import { sectionsOf } from '#answer/index.js';
import { closingOf } from '#conversation/answer-blocks.js';
import { decide, scopeOf } from '#conversation/ask-desk.js';
import { defineIntent } from '#conversation/intent.js';
import type { Block } from '#conversation/message.js';

/** UTF-16 units of a task's name. */
const LONGEST = 40;
const MAY = '(?:能不能|可不可以|可以不可以|是不是可以|可以|可否|能否|能|要不要)?';
const ASKED = [
  new RegExp(
    `^(.{2,${LONGEST}}?)${MAY}(?:由|让|交给|交由|交|请|找|委托(?:给)?|转给|包给|外包给)(?:社区)?(?:社会组织|社工机构|社会力量|第三方(?:机构)?)(?:来|去)?(?:承接|承担|做|办|干|接|搞)?(?:吗|么|呢|不)?[?？]?$`,
    'u',
  ),
  new RegExp(
    `^(.{2,${LONGEST}}?)${MAY}(?:用|走|通过|靠)?(?:政府)?购买服务(?:的办法|的方式)?(?:来)?(?:做|办|解决)?(?:吗|么|呢|不)?[?？]?$`,
    'u',
  ),
  new RegExp(
    `^(.{2,${LONGEST}}?)(?:有)?(?:哪些|哪个|什么)(?:社区)?社会组织(?:能|可以|会)?(?:承接|承担|做|办|接)(?:吗|呢)?[?？]?$`,
    'u',
  ),
];
/** No task of its own, 哪些事, 这件事, 社区; or more than its name. */
const NOTHING =
  /[，,。；;]|哪些|什么|啥|怎么|清单|^(?:这|那|社区|政府|我们|部门|街道|是不是|能不能)+(?:件|个|种|项)?(?:事|工作|活|服务)?$/u;
/** Verdicts under which a task is the community's own, so that nobody has to buy it. */
const OWN: ReadonlySet<string> = new Set(['autonomy', 'may-certify']);

const DRAFTS = '购买服务申请表和协议草稿用命令写：qingdan register organisations offer 任务 --out 文件夹。';

/** Whether social organisations can take a task over (购买服务), which, and how. */
export const intent = defineIntent<{ task: string }>({
  id: 'takeover',
  precedence: 35,
  interrupts: false,
  examples: [
    '独居老人助餐服务能不能交给社会组织',
    '助餐服务能用购买服务的办法做吗',
    '心理疏导可以由社会组织承接吗',
    '助餐服务哪些社会组织能做',
  ],
  slots({ said, desk }) {
    if (desk.registers === null) return null;
    for (const pattern of ASKED) {
      const [, task] = pattern.exec(said) ?? [];
      if (task !== undefined) return NOTHING.test(task) ? null : { task };
    }
    return null;
  },
  async handler({ task }, turn) {
    const { region } = scopeOf(turn);
    const answer = decide(turn, task, { ...scopeOf(turn), how: { as: 'task' } });
    const isOwn = OWN.has(answer.verdict) && answer.choices.length === 0;
    const known = answer.choices.length === 0 && answer.verdict !== 'out-of-scope';
    const taken = await turn.desk.registers?.takeover(task, isOwn, region);
    const lines = [
      ...(known ? sectionsOf(answer.sections, 'headline') : []),
      ...(taken?.lines ?? []),
      ...(taken?.possible === true ? [DRAFTS] : []),
    ];
    const blocks: Block[] = [{ type: 'text', text: lines.join('\n') }];
    const { citations } = answer;
    if (known && citations.length > 0)
      blocks.push({ type: 'citations', citations, closing: closingOf(answer) });
    return { blocks, state: { page: null } };
  },
});
