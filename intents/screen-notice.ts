import type { Screening } from '#answer/index.js';
import { textOnly } from '#conversation/answer-blocks.js';
import { scopeOf } from '#conversation/ask-desk.js';
import { defineIntent } from '#conversation/intent.js';
import { type SentNotice, visitorOf } from '#conversation/notice-desk.js';
import { named } from '#conversation/on-subject.js';
import { screeningBlocks } from '#conversation/screening-blocks.js';
import { isFilling, type Shown } from '#conversation/state.js';
import { LONGEST_QUESTION } from '#ruling/index.js';

/** Tasks that may be asked about afterwards, with as much as replies and letters need. */
const MOST = { tasks: 40, citations: 3 } as const;

function shownOf({ tasks, skipped: _, ...notice }: Screening): Shown | null {
  if (tasks.length === 0) return null;
  const items = tasks.slice(0, MOST.tasks).map((task) => ({
    label: named(task.phrase),
    how:
      task.item === null ? ({ as: task.certificate ? 'paper' : 'task' } as const) : { rowId: task.item.id },
    task: { ...task, citations: task.citations.slice(0, MOST.citations) },
  }));
  return { is: 'notice', first: 1, items, notice };
}

/** A whole notice, pasted or sent as a file: which of its tasks the community may be asked to do. */
export const intent = defineIntent<SentNotice>({
  id: 'screen-notice',
  precedence: 5,
  interrupts: true,
  examples: [
    '关于做好近期重点工作的通知\n\n各社区：\n　　一、各社区要做好违建拆除和反诈宣传。\n　　二、每周五报送工作台账。\n\n青石街道办事处\n2026年3月1日',
  ],
  slots({ message: { text, attachments }, desk, state }) {
    // A file or a long text is then an answer to the form.
    if (isFilling(state)) return null;
    const [file] = attachments;
    if (file !== undefined) return { file };
    const isLong = [...text].length > LONGEST_QUESTION;
    return isLong || desk.notices.isNotice(text) ? { text } : null;
  },
  async handler(notice, turn) {
    const { notices, today } = turn.desk;
    const visitor = visitorOf(turn.message);
    const { text, source } = await notices.read(notice, visitor);
    const region = scopeOf(turn).region ?? undefined;
    const sender = { committee: turn.state.signer };
    const scope = { source, region, date: today(), visitor, report: '.docx', sender } as const;
    const judged = await notices.screen(text, scope);
    const others = turn.message.attachments.length - 1;
    const blocks = screeningBlocks(judged);
    return {
      blocks:
        others > 0 ? [...blocks, ...textOnly(`一次只看一份文件，另外 ${others} 份请分别发来。`)] : blocks,
      record: { type: 'screening', notice: judged },
      state: { page: null, last: null, shown: shownOf(judged.screening) },
    };
  },
});
