import { textOnly } from './support/answer-blocks.js';
import { defineIntent } from './support/intent.js';

/** A file without a question. */
export const intent = defineIntent<true>({
  id: 'attachment',
  precedence: 900,
  interrupts: false,
  // Recognised by the attachment, not by words.
  examples: [],
  slots: ({ message }) => (message.text.trim() === '' && message.attachments.length > 0 ? true : null),
  handler: () => ({ blocks: textOnly('这里只看文字，没有打开您发的文件。请把要问的那件事写成一句话发来。') }),
});
