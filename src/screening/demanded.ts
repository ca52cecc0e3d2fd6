import type { Demand } from './lexicon.js';
import type { Idle } from './urging.js';

/** What leaves a trace: something is sent, shown, kept or clicked. */
const KEEPING = /[发报传拍晒存附]|截|接龙|打卡|点赞|关注|下载|注册|签到|留痕|须有|登录|水印/u;
const SENT_UP = /^(?:通过.{1,12})?(?:上传|上报|报送|填报|填写|报|拍照|截图|接龙|将.{1,16}(?:报|传|发))/u;

/** Reads like a report from below (上传照片), whoever was spoken of last. */
export const soundsSentUp = (predicate: string): boolean => SENT_UP.test(predicate);

/** 一律加盖公章: a demand shows where a clause reads like none; not where the clause forbids, hopes or looks back. */
export function isDemandAnyway(idle: Idle, demand: Demand | undefined, predicate: string): boolean {
  if (demand === undefined) return false;
  if (idle !== 'detail') return idle === 'exhortation';
  const { kind, words } = demand;
  if (kind === 'trace') return KEEPING.test(predicate);
  if (kind !== 'ledger' && kind !== 'plaque') return true;
  return /^[向于按实一均有附]/u.test(predicate) || words.some((word) => predicate.startsWith(word));
}
