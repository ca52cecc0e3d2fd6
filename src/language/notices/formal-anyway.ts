import type { Formality } from './reading.js';
import type { Idle } from './urging.js';

/** What leaves a trace: something is sent, shown, kept or clicked. */
const KEEPING = /[发报传拍晒存附]|截|接龙|打卡|点赞|关注|下载|注册|签到|留痕|须有|登录|水印/u;
const SENT_UP = /^(?:通过.{1,12})?(?:上传|上报|报送|填报|填写|报|拍照|截图|接龙|将.{1,16}(?:报|传|发))/u;

/** Reads like a report from below (上传照片), whoever was spoken of last. */
export const soundsSentUp = (predicate: string): boolean => SENT_UP.test(predicate);

/** 巡查名单报林业站, 照片打印上墙, 资料装订备查: the paper first, then what becomes of it. */
const PAPER_FIRST =
  /^.{0,24}(?:名单|清单|报告|[表册档]|小结|总结|情况|材料|资料|照片|图片|台账|档案》?|方案|简讯|信息|回执|凭证|数据|数|进度|记录|视频|截图|轨迹|明细|结果)[^,]{0,18}?(?:报(?![告名表警]|送$)|交[到至给]?|发(?!放|生|现|动)|送[到至]?|装订|归档|存档|留存|打印|上墙|造册|备查|汇总|上传|形成|装袋|回传|建档|编号|装盒|补齐|接龙|公示)/u;

const NO_HONOURS = /(?:不得|不予|不能)(?:参加|参与|推荐|享受)?[^,]{0,4}(?:评优|评先|晋|绩效|奖)/u;

/** 一律加盖公章: a demand shows where a clause reads like none; not where the clause forbids, hopes or looks back. */
export function isDemandAnyway(idle: Idle, demand: Formality | undefined, predicate: string): boolean {
  if (demand === undefined) return false;
  // 未达标的村,不得评优: what is forbidden is what it costs.
  if (idle === 'prohibition') return demand.kind === 'assessment' && NO_HONOURS.test(predicate);
  if (idle !== 'detail') return idle === 'exhortation';
  const { kind, words } = demand;
  if (kind === 'trace') return KEEPING.test(predicate);
  if (kind !== 'ledger' && kind !== 'plaque') return true;
  if (PAPER_FIRST.test(predicate)) return true;
  return /^[向于按实一均有附]/u.test(predicate) || words.some((word) => predicate.startsWith(word));
}
