import { QingdanError } from '../errors.js';
import type { Block, Reply } from './message.js';

/** Nothing to send: the event was replied to before. */
export const NOTHING: Reply = { blocks: [] };

/** The first thing a person reads in a conversation. */
export const FIRST_CONTACT: Block = {
  type: 'text',
  text: [
    '您好，我是清单助手，一个查清单的程序，不是工作人员，答案以正式文件为准。',
    '这次对话只暂存您最近问的一句话和您说的地区、身份，证件号、电话等会先遮去，半小时没有新消息就删除；回复「有用」「不对」时只记答案，不记您是谁。',
  ].join('\n'),
};

const APOLOGY = '对不起，程序出了错，这一条没有答上来。请过一会儿再问一次；急的话请直接问社区或街道。';

/** What a person gets when a turn failed: what to do where they can do something, an apology where they can't. */
export function faultReply(error: unknown): Reply {
  const text = error instanceof QingdanError && FOR_THE_PERSON.has(error.code) ? error.message : APOLOGY;
  return { blocks: [{ type: 'text', text: /[。！？]$/u.test(text) ? text : `${text}。` }] };
}

/** Errors of what was asked; all others are the program's. */
const FOR_THE_PERSON: ReadonlySet<string> = new Set([
  'QD-EMPTY',
  'QD-TOO-LONG',
  'QD-INPUT',
  'QD-REGION',
  'QD-DATE',
]);

/** The stable code that a fault is logged under. */
export function codeOf(error: unknown): string {
  return error instanceof QingdanError ? error.code : 'QD-INTERNAL';
}

/** Whether a person is at fault, so that the log need not alarm anybody. */
export const isPersons = (error: unknown): boolean => FOR_THE_PERSON.has(codeOf(error));
