/** Takes the masks out of a text, so that 〔住址〕 isn't read as a question about an address. */
import { MASKS } from './kinds.js';

const MASK = Object.values(MASKS).join('|');
const ANY_MASK = new RegExp(MASK, 'gu');
const MARK = ',，.。;；、!！?？()（）\\s';
const IS = '[\\s:：是为]{0,2}';
/** What only announces a masked piece and is no matter of its own. 身份证 is one, and counts only behind a name. */
const FIELD =
  '(?:我(?:的名字)?叫|我的名字|本人|姓名|名字|联系人|(?:联系|我的?)?(?:电话|手机)(?:号码|号)?|联系方式|微信号?|QQ号?|邮箱)';
const FIELD_WITH_MASK = new RegExp(`(?<=^|[${MARK}])${FIELD}${IS}(?:${MASK})(?=$|[${MARK}〔])`, 'giu');
const NAME_WITH_ID = new RegExp(
  `(${MASKS.name}[${MARK}]{0,2})身份证(?:号码|号)?${IS}${MASKS['id-card']}(?=$|[${MARK}〔])`,
  'gu',
);
const EMPTY_BRACKETS = /[(（][,，\s]{0,3}[)）]/gu;

/** A masked text without its masks, and without the words that only announce them (联系电话〔电话〕). */
export function withoutMasks(masked: string): string {
  if (!masked.includes('〔')) return masked;
  const plain = masked.replace(NAME_WITH_ID, '$1').replace(FIELD_WITH_MASK, '').replace(ANY_MASK, '');
  return plain === masked ? masked : plain.replace(EMPTY_BRACKETS, '');
}
