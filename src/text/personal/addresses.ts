/** House numbers: of an address what tells the house, from the number behind the road or the estate on. */
import type { PersonalSpan } from './kinds.js';

/** 12, 3-2, A3, 十二, 甲. */
const NUMBER =
  '(?:[a-z甲乙丙丁]?\\d{1,5}(?:[-~]\\d{1,4}){0,2}[a-z]?|[一二三四五六七八九十百零〇]{1,6}|[甲乙丙丁a-z])';
const UNIT = '(?:号楼|号院|#楼|号|#|弄|栋|幢|座|单元|楼|层|室|户|门|梯|组|社)';
/** Numbers with their units, one behind the other; the last may be a bare room. */
const CHAIN = new RegExp(
  `(?<![a-z\\d一二三四五六七八九十百第])(?:附?${NUMBER} ?${UNIT}[ ,附之-]?){1,6}(?:[a-z]?\\d{1,4}(?:-\\d{1,4})?(?![\\d-]*[年月日元个人户名件次条项%.]))?`,
  'giu',
);
/** What every house number has; most messages end here. */
const ANY_NUMBER = /[\d一二三四五六七八九十a-z甲乙丙丁][ a-z]?[号栋幢弄座单楼层室户门梯组社#-]/iu;
/** Numbers alone, as people short-cut 12栋3单元502室: only where somebody says where they live. */
const SHORT = /(?<![\d-])\d{1,3}-\d{1,2}-\d{1,4}(?![\d-])/gu;

const BUILDING = /(?:号楼|号院|#楼|#|号|弄|栋|幢|座)/u;
const HOME = /(?:单元|室|户|门|梯)|\d{1,4}(?:-\d{1,4})?$/u;
const ROAD = /(?:路|(?<!街)道|街|巷|胡同|弄|[一二三四五六七八九十东西南北中]段)$/u;
const VILLAGE = /[村庄寨屯坝坪湾院坡沟桥社区队组]$/u;
/** Somebody says where a person lives, in the same clause. */
const LIVING =
  /(?:(?<![守盯管控稳记停拦抓堵忍靠挡禁经])住(?![房户院建宿处所宅保持证满])|住址(?!证明)|家在|(?<!办公|单位|办理|报名|联系|中心|大厅|服务站|派出所|委会|街道办|办事处|公司|学校|医院|法院|窗口|局)地址(?!变更|证明)|户籍地|户口(?:地|在)|房子在|房屋(?:位于|在|坐落)|坐落|租在|寄[到往至]|送货|收件|门牌|我家|家里?是)[^。!?;\n]{0,40}$/u;
/** An office, or a place that people are sent to: its address is no secret. */
const OFFICE =
  /(?:办公|办理|办事|大厅|中心|派出所|居委会|村委会|政府|法院|医院|学校|会议|窗口|报名|报送|集合|街道办|地点|机关|公司|服务站|活动室|[局厅处])[^。!?;\n]{0,24}$/u;
const OFFICE_BEHIND =
  /^[^。!?;\n,]{0,6}(?:办公|办理|大厅|中心|派出所|居委会|村委会|政府|法院|医院|学校|会议|窗口|集合|报名|公司|机关|办事处|接待)/u;
/** What makes 号 something else: 3号线, 12号文件. */
const NOT_HOUSE = /^(?:线|文|令|公告|通知|台风|机|选手|议案|病)/u;
/** 两室一厅 and 共有3栋: how large something is, or how many. */
const SIZE = /^[一二两三四\d]{1,2}[厅卫]/u;
/** 12月5号, 〔2022〕166号. */
const OTHER_NUMBER = /(?:月|[〕\])])$/u;
const COUNTED = /[有共建买拆几约近达]$/u;
const REACH = 56;
const BEHIND = 16;

/** House numbers in a folded text. */
export function addressSpans(folded: string): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  if (!ANY_NUMBER.test(folded)) return spans;
  for (const { index, 0: chain } of folded.matchAll(CHAIN)) {
    const found = chain.replace(/[ ,附之-]+$/u, '');
    const before = folded.slice(Math.max(0, index - REACH), index);
    const after = folded.slice(index + found.length, index + found.length + BEHIND);
    if (isHome(found, before, after))
      spans.push({ kind: 'address', start: index, end: index + found.length });
  }
  for (const { index, 0: found } of folded.matchAll(SHORT))
    if (LIVING.test(folded.slice(Math.max(0, index - REACH), index)))
      spans.push({ kind: 'address', start: index, end: index + found.length });
  return spans;
}

/**
 * Whether numbers are those of a home: a building and what is in it, or a house on a road, unless it is an office's; with
 * somebody living there also one of them, or a village's group.
 */
function isHome(found: string, before: string, after: string): boolean {
  if (NOT_HOUSE.test(after) || SIZE.test(after) || OTHER_NUMBER.test(before)) return false;
  const living = LIVING.test(before);
  const building = BUILDING.exec(found);
  const inside = building !== null && HOME.test(found.slice(building.index + building[0].length));
  const onRoad = ROAD.test(before) && /^[^楼层室户门梯组社]{1,10}(?:号|弄)/u.test(found);
  if (inside || onRoad) return living || !(OFFICE.test(before) || OFFICE_BEHIND.test(after));
  if (!living || COUNTED.test(before)) return false;
  return /号楼|号院|#|栋|幢|弄|单元|室|座/u.test(found) || (VILLAGE.test(before) && /[组社号]/u.test(found));
}
