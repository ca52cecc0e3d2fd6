import { textOnly } from '#conversation/answer-blocks.js';
import { type Desk, defineIntent } from '#conversation/intent.js';
import { kindOf, namesOwn } from '#conversation/leaning.js';
import { keptLine } from '#conversation/notices.js';

type About = 'identity' | 'trust' | 'privacy';

const REPLIES: Readonly<Record<About, (desk: Desk) => string>> = {
  identity: ({ office }) =>
    [
      '我是清单助手，一个按清单和文件查依据的程序，不是工作人员，背后也没有真人，不用大模型编答案。',
      office === null
        ? '程序是开源项目做的，不是哪个政府部门的官方答复平台。'
        : `程序是开源项目做的，这里由${office.name}使用；要找人，说「转人工」。`,
    ].join('\n'),
  trust: ({ kb }) =>
    [
      `我只按已收录的 ${kb.documents.length} 份文件来查，每个答案都写明出处，可以对照原文；没有收录的就说没有，不编。`,
      '但我也会看错问题，收录也不全，所以不是正式答复，没有法律效力，以正式文件为准。拿不准的，把依据给社区、街道看，请他们定。',
    ].join('\n'),
  privacy: ({ keptDays }) =>
    [
      keptLine(keptDays),
      keptDays === 0
        ? '说「删除我的记录」，可以把这次对话也清掉。'
        : '能看到这些记录的，只有安装这个程序的单位里管记录的人；不会发给别人。说「删除我的记录」，可以随时删掉。',
    ].join('\n'),
};

/** Who it is, whether it can be trusted, and what is kept: short and true. */
export const intent = defineIntent<About>({
  id: 'about-me',
  precedence: 53,
  interrupts: false,
  examples: [
    '你是谁',
    '你是机器人吗',
    '谁做的你',
    '可靠吗',
    '你说的准不准',
    '聊天内容保存不',
    '我的电话会不会泄露',
  ],
  slots(turn) {
    const about = kindOf(turn, 'identity', 'trust', 'privacy');
    return about === null || namesOwn(turn) ? null : about;
  },
  handler: (about, { desk }) => ({ blocks: textOnly(REPLIES[about](desk)) }),
});
