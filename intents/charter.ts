import { findingLines, isCharter, isCharterFile, procedureLines, summaryLine } from '#charter/index.js';
import { defineIntent } from '#conversation/intent.js';
import type { Block } from '#conversation/message.js';
import { type SentNotice, visitorOf } from '#conversation/notice-desk.js';

/** Findings shown in a conversation; more are read in the report. */
const MOST_FINDINGS = 8;

/** 村规民约 or 居民公约, pasted or sent as a file: what stands against law. */
export const intent = defineIntent<SentNotice>({
  id: 'charter',
  precedence: 4,
  interrupts: true,
  examples: [
    '石坝村村规民约\n\n第一条　爱护公共卫生。\n第二条　乱倒垃圾的罚款50元。\n第三条　本村规民约经村民会议通过。',
  ],
  slots({ message: { text, attachments } }) {
    const [file] = attachments;
    if (file !== undefined) return isCharterFile(file.name) ? { file } : null;
    return isCharter(text) ? { text } : null;
  },
  async handler(charter, { desk, message }) {
    const visitor = visitorOf(message);
    const { text } = await desk.notices.read(charter, visitor);
    const { review, report } = await desk.notices.review(text, desk.today(), visitor);
    const more = review.findings.length - MOST_FINDINGS;
    const lines = [
      summaryLine(review),
      ...findingLines(review, MOST_FINDINGS),
      ...(more > 0 ? [`还有 ${more} 处，请看审查意见。`] : []),
      ...procedureLines(review),
    ];
    const blocks: Block[] = [
      { type: 'text', text: lines.join('\n') },
      {
        type: 'file',
        name: '审查意见.docx',
        mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        bytes: report,
      },
    ];
    return { blocks, state: { page: null } };
  },
});
