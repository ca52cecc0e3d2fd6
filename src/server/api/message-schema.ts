import { z } from 'zod';
import type { Block, Reply } from '#conversation/message.js';
import { pieces } from '#conversation/plain-text.js';
import { ROLES } from '#ruling/index.js';
import { choiceSchema, citationSchema, verdictSchema } from './answer-schema.js';
import { attachmentsSchema } from './attachments.js';

/** A conversation or event of a caller: letters, digits and -_.~ only, so that it can stand in an address. */
const callerId = z.string().regex(/^[A-Za-z0-9_.~-]{1,128}$/, '应由 1 到 128 个字母、数字或 -_.~ 组成');

/** What POST /api/v1/messages takes. */
export const messageSchema = z.strictObject({
  text: z.string().optional().describe('用户说的话；按了选项时是选项的文字。附有文件时可以不写'),
  attachments: attachmentsSchema.optional(),
  conversationId: callerId
    .optional()
    .describe('接着说哪次会话：用上次返回的值。不写，或不是这里给出的，就开始新的会话'),
  eventId: callerId.optional().describe('这条消息的编号；同一会话里同一编号只回答一次，重发不会重复作答'),
  choice: z
    .string()
    .max(256)
    .optional()
    .describe('所按选项的 id；评价为 feedback:<answerId>:useful 或 :wrong'),
  role: z.enum(ROLES).optional(),
  region: z.string().max(64).optional(),
});

/** The fields of the same as a form; its file comes besides. */
export const messageFormSchema = messageSchema.omit({ attachments: true });

const lines = z.array(z.string());
export const blockSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string() }),
  z.strictObject({ type: z.literal('verdict'), verdict: verdictSchema, headline: z.string(), lines }),
  z.strictObject({ type: z.literal('citations'), citations: z.array(citationSchema), closing: z.string() }),
  z.strictObject({ type: z.literal('choices'), prompt: z.string(), choices: z.array(choiceSchema) }),
  z.strictObject({ type: z.literal('table'), header: lines, rows: z.array(lines) }),
  z.strictObject({
    type: z.literal('file'),
    name: z.string(),
    mediaType: z.string(),
    data: z.base64().describe('文件内容，Base64'),
  }),
  z.strictObject({ type: z.literal('feedback'), answerId: z.string() }),
]);
export type WireBlock = z.infer<typeof blockSchema>;

export const replySchema = z.strictObject({
  text: z.string().describe('整条回复的纯文本'),
  blocks: z.array(blockSchema).describe('同样的内容，按种类分块'),
});
export type WireReply = z.infer<typeof replySchema>;

/** What POST /api/v1/messages gives, and what one event of the stream carries. */
export const messageResultSchema = z.strictObject({
  conversationId: z.string(),
  replies: z.array(replySchema).describe('重发的消息没有新的回复'),
});

/** A reply as it goes over the wire: a file's bytes in Base64, and the whole as plain text too. */
export function toWire(reply: Reply): WireReply {
  return {
    text: pieces({ blocks: reply.blocks.map(asText) }).join('\n'),
    blocks: reply.blocks.map(blockToWire),
  };
}

/** As plain text a file is told by its name: it is there, among the blocks. */
const asText = (block: Block): Block =>
  block.type === 'file' ? { type: 'text', text: `文件：${block.name}` } : block;

/** Bytes of the files in a reply on the wire. */
export const fileBytes = ({ blocks }: WireReply): number =>
  blocks.reduce((sum, block) => sum + (block.type === 'file' ? block.data.length : 0), 0);

function blockToWire(block: Block): WireBlock {
  switch (block.type) {
    case 'verdict':
      return { ...block, lines: [...block.lines] };
    case 'citations':
      return { ...block, citations: [...block.citations] };
    case 'choices':
      return { ...block, choices: [...block.choices] };
    case 'table':
      return { ...block, header: [...block.header], rows: block.rows.map((row) => [...row]) };
    case 'file': {
      const { type, name, mediaType, bytes } = block;
      return { type, name, mediaType, data: Buffer.from(bytes).toString('base64') };
    }
    default:
      return block;
  }
}
