import { QingdanError, shown } from '#errors.js';

/** The value of an option that is a whole number from 0 on. @throws QingdanError QD-INPUT */
export function wholeNumber(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new QingdanError('QD-INPUT', `选项 ${option} 的值「${shown(text)}」不对，请写一个整数`);
}
