import { type ErrorCode, FAULTS_OF_ASKING, FAULTS_OF_STORING, QingdanError } from '#errors.js';
import type { Block, Reply } from './message.js';

/** Nothing to send: the event was replied to before. */
export const NOTHING: Reply = { blocks: [] };

/** What is kept of a person, in one sentence. @param keptDays days that what they ask is kept; 0: not at all */
export const keptLine = (keptDays: number): string =>
  keptDays === 0
    ? '这次对话不留记录。'
    : `问答留存 ${keptDays} 天备查，证件号、电话等先遮去，不存您的姓名和账号；您说的地区、身份半小时没有新消息就作废。`;

/** Said once in a conversation, behind the first answer: who answers, and what is kept. */
export function firstContact(keptDays: number): Block {
  const who = '我是清单助手，一个查清单的程序，不是工作人员，答案以正式文件为准。';
  return { type: 'text', text: `${who}\n${keptLine(keptDays)}` };
}

const APOLOGY = '对不起，程序出了错，这一条没有答上来。请过一会儿再问一次；急的话请直接问社区或街道。';

const STORE_APOLOGY =
  '对不起，这里暂时存不了记录，这一条没有处理。请过一会儿再发一次；急的话请直接问社区或街道。';

/** What a person gets when a turn failed: what to do where they can do something, an apology where they can't. */
export function faultReply(error: unknown): Reply {
  const text = isPersons(error) && error instanceof QingdanError ? error.message : apologyFor(error);
  const blocks: Block[] = [{ type: 'text', text: /[。！？]$/u.test(text) ? text : `${text}。` }];
  return isStores(error) ? { blocks, unkept: true } : { blocks };
}

const apologyFor = (error: unknown) => (isStores(error) ? STORE_APOLOGY : APOLOGY);

/** The stable code that a fault is logged under. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof QingdanError ? error.code : 'QD-INTERNAL';
}

/** Whether a person is at fault, so that the log need not alarm anybody. */
export const isPersons = (error: unknown): boolean => FAULTS_OF_ASKING.has(codeOf(error));

/** Whether the store refused the turn. */
export const isStores = (error: unknown): boolean => FAULTS_OF_STORING.has(codeOf(error));
