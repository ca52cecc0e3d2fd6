import type { Words } from '../words.js';
import { skipBlanks } from './actors.js';

/** What stands in front of a verb and says only when, how or in which tone. */
export interface Lead {
  end: number;
  /** A time was named. */
  dated: boolean;
  responsible: boolean;
}

const TIME_START =
  '(?:于|在|自(?=\\d|今|本|即|通知|发|印|上|下|春|节|去|前)|从|至|截至|截止|每[年月周日天季旬]|即日起|[今本明次当]年|\\d{2,4}年|\\d{1,2}月|上半年|下半年|第[一二三四]季度|汛期|雨季|节假日|节前|假期|\\d{1,2}[日:时]|接到?|收到|上午|下午|中午|晚上|春节|国庆|清明|暑期|寒假|下班|上班|天黑|入夜|\\p{Script=Han}{2,6}(?=期间)|年底|月底|周[一二三四五六日])';
const MANNER_START =
  /^(?:按照|依照|按|根据|依据|结合|围绕|参照|对照|通过|利用|采取|采用|依托|借助|以|本着|在|充分利用|运用)/u;
const MANNER_END =
  /(?:要求|原则|方式|形式|方法|办法|标准|规定|模式|部署|安排|基础上|前提下|过程中|指导下|领导下|支持下|配合下|实际|思路|途径|手段|渠道|平台|机制|为单位|为契机|为重点|为抓手|为主|为依托|为载体|程序|口径|分工|职责|门口|路口|出入口|位置|公告栏|宣传栏|小区内|楼道内|辖区内|点位|等)/gu;
const TIME = new RegExp(
  `^${TIME_START}[^,。;:“”]{0,24}?(?:(?:之前|以前|之内|以内|之日起|期间|底前|前(?![后期述置来往提])|内(?![容部])|起(?![草来])|底(?![数册])|时(?![间效刻代])|后(?![续勤方期对])|止(?!付))(?:前|起|止|内)?|日(?![前内起常照记报均志间以之期])|\\d{1,2}:\\d{2}(?:前|后|起)?)`,
  'u',
);

/** 每株古树须, 每栋楼要: for each of what. */
const EACH =
  /^每[个名户栋株件条处座所家辆层片块组](?:普查区|网格|片区|院落|小区)?(?!社区|村)\p{Script=Han}{0,6}?(?=须|要|应|至少|不少于|落实|配备|安排|明确|推荐|选派|发放|确定|设|指定|选聘|组建)/u;
/** 20时, 晚上8点前. */
const CLOCK = /^(?:早上|上午|中午|下午|晚上|晚)?\d{1,2}[时点](?:\d{1,2}分|整|半)?(?:之?前|后|起)?/u;
/** 每两小时, 每3天. */
const EVERY =
  /^(?:每|本|下|这)?周[一二三四五六日末](?:上午|下午|中午|晚上|晚|早上)?(?:下班)?(?:之?前)?(?![年岁])|^每(?:隔)?[\d一两二三四五六七八九十半]{1,3}个?(?:小时|天|日|周|月|年|季度)/u;

/** Reads over connectives, modals, adverbs, times and manners from a place on. */
export function skipLead(text: string, place: number, end: number, words: Words): Lead {
  let at = skipBlanks(text, place, end);
  let dated = false;
  let responsible = false;
  for (;;) {
    const rest = text.slice(at, end);
    // 切实维护辖区平安 is a goal as it stands; without its adverb it would read like a task.
    if (words.goals.at(rest, 0) !== undefined || words.exhortations.at(rest, 0) !== undefined) {
      return { end: at, dated, responsible };
    }
    const moved = lengthOfLead(rest, words);
    const [when] = EVERY.exec(rest) ?? TIME.exec(rest) ?? CLOCK.exec(rest) ?? [];
    // 每周五 is an adverb; 每周五前 is a time, of which the adverb would leave a stump.
    if (moved > 0 && moved >= (when?.length ?? 0)) {
      at = skipBlanks(text, at + moved, end);
      continue;
    }
    const [each] = EACH.exec(rest) ?? [];
    if (each !== undefined) {
      at = skipBlanks(text, at + each.length, end);
      continue;
    }
    if (when !== undefined) {
      dated = true;
      at = skipBlanks(text, at + when.length, end);
      continue;
    }
    const how = lengthOfManner(rest, words);
    if (how > 0) {
      at = skipBlanks(text, at + how, end);
      continue;
    }
    const charge = words.responsible.at(rest, 0);
    // 「负责」 leads to what is to be done; 「牵头」 alone says it all.
    if (charge !== undefined && rest.length > charge.length) {
      responsible = true;
      at = skipBlanks(text, at + charge.length, end);
      continue;
    }
    if (/^[,、:]/u.test(rest)) {
      at = skipBlanks(text, at + 1, end);
      continue;
    }
    return { end: at, dated, responsible };
  }
}

const isFuture = (rest: string, words: Words) =>
  /^(?:对|按|以|会|在|于|通过|组织|根据|不|把|由|与|同|为|向|视)/u.test(rest) ||
  words.verbs.at(rest, 0) !== undefined ||
  words.lightVerbs.at(rest, 0) !== undefined ||
  words.adverbs.at(rest, 0) !== undefined;

const isAct = (rest: string, words: Words) =>
  words.verbs.at(rest, 0) !== undefined ||
  words.lightVerbs.at(rest, 0) !== undefined ||
  words.adverbs.at(rest, 0) !== undefined;

function lengthOfLead(rest: string, words: Words): number {
  // 去看一下: only that somebody sets out.
  if (/^[去来]/u.test(rest) && words.verbs.at(rest, 1) !== undefined) return 1;
  for (const kind of ['connectives', 'modals', 'adverbs'] as const) {
    const word = words[kind].at(rest, 0);
    if (word === undefined) continue;
    // 深入楼栋 is where to, 深入开展 is how.
    if (word === '深入' && !isAct(rest.slice(word.length), words)) return 0;
    // 街道将开展 is about to; 将情况报街道 takes an object.
    if (word === '将' && !isFuture(rest.slice(1), words)) return 0;
    // 请社区 but not 请示; 应急, 将军: a longer word of the text begins with the modal.
    if (
      /^(?:应急|请示|请求|要素|要点|可行|会同|会议|会商|先进|先行|都市|则|还原|分类投放|重点|需求|集中(?:居住|安置|供养))/u.test(
        rest,
      ) &&
      word.length < 3
    ) {
      if (!/^(?:则|重点(?!人|场|区|对|部|行|地|时|项|群|单))/u.test(rest)) continue;
    }
    return word.length;
  }
  return 0;
}

/** 利用宣传栏、微信群等: up to a word that ends a manner with a verb, an adverb or nothing behind it. */
function lengthOfManner(rest: string, words: Words): number {
  const start = MANNER_START.exec(rest)?.[0].length;
  if (start === undefined) return 0;
  let whole = 0;
  for (const { index, 0: word } of rest.matchAll(MANNER_END)) {
    if (index < start || index > LONGEST_MANNER) continue;
    const after = index + word.length;
    if (after === rest.length) {
      whole = after;
      continue;
    }
    const verb =
      words.verbs.at(rest, after) ?? words.lightVerbs.at(rest, after) ?? words.adverbs.at(rest, after);
    if (verb !== undefined || /^[,、对由]/u.test(rest.slice(after))) return after;
  }
  const [model] = MODEL.exec(rest) ?? [];
  if (whole === 0 && model !== undefined) return model.length;
  const [campaign] = CAMPAIGN.exec(rest) ?? [];
  if (campaign !== undefined) return campaign.length;
  // 通过院坝会、大喇叭开展宣传: the manner ends where a verb that governs names of actions begins.
  if (!/^(?:通过|利用|依托|借助|充分利用|运用|采取|采用|结合|围绕)/u.test(rest)) return whole;
  const governing =
    /(?:开展|进行|做好|组织|广泛|加强|及时|深入|大力|加大|常态化|引导|宣传|宣讲|发放|播放|推送|提醒|告知|讲解|张贴|发布|普及|动员|收集|开通)/u.exec(
      rest.slice(start),
    )?.index;
  return governing === undefined || governing === 0 || governing > LONGEST_MANNER ? whole : start + governing;
}

const LONGEST_MANNER = 44;
/** 参照街道成立专班: after whose model. */
const MODEL =
  /^(?:参照|比照|对照|仿照)(?:街道|镇里|镇|乡|区里|区|县|市|上级)(?:的)?(?:做法|模式|架构|方案)?/u;
/** 结合“访民问暖”收集问题: a campaign in quotation marks. */
const CAMPAIGN = /^(?:结合|围绕|依托|借助|利用|以)[“「《][^”」》]{2,20}[”」》](?:活动|行动|工作|平台|机制)?/u;
