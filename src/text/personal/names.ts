/** Names of persons behind the words that announce one. */
import type { PersonalSpan } from './kinds.js';
import { COMPOUND_SURNAMES, NEVER_GIVEN, NOT_NAMES, SELDOM_GIVEN, SURNAMES } from './surnames.js';

/** Says that a name comes, whatever stands behind it. */
const CALLED =
  /(?:(?:我|本人|她|他|(?:父亲|母亲|爸|妈|丈夫|妻子|老公|老婆|爱人|儿子|女儿|孩子|小孩|爷爷|奶奶|外公|外婆|哥|姐|弟|妹|房东|邻居|当事人|申请人|老人))的?(?:名字)?叫做?|(?:名字|姓名)(?:叫做?|是|为)|名叫|身份证上(?:面)?的?(?:名字|姓名)?(?:写?的?是|写?为|叫|写的)|真名是?|大名(?:叫|是))[\s:"“'「]{0,2}/gu;
/** Of these one is so sure to be named that a name of two characters counts behind them without any mark. */
const NAMED = /^(?:姓名|本人|申请人|户主|死者|逝者|亡者)$/u;
/** Says that a name comes where nothing but a name stands between it and the end of the clause. */
const FIELD =
  /(?:姓名|本人|申请人|申报人|户主|联系人|经办人|代办人|委托人|当事人|死者|逝者|亡者|继承人|监护人|负责人|责任人|法定代表人|法人代表|收件人|收货人|承租人|出租人|投诉人|举报人|信访人|来访人|报告人|填表人|证明人|担保人|借款人|债权人|债务人|被告|原告|患者|户主姓名|业主|租客|网格员|父亲|母亲|爸爸|妈妈|丈夫|妻子|老公|老婆|爱人|配偶|儿子|(?<!妇)女儿|爷爷|奶奶|外公|外婆|哥哥|姐姐|弟弟|妹妹|孙子|孙女)(\s{0,2}[:=]\s{0,2}|\s{1,2}|是|为|系)?/gu;
/** Behind a name: the end, a mark or a blank, digits, or what a form says next. */
const END =
  /^(?:$|[^\p{L}]|先生|女士|同志|身份证|证件|性别|[男女](?!\p{Script=Han})|电话|手机|联系|住址|现住|家住|住在|出生|籍贯|户籍|去世|已故|过世|病故|的(?:户口|户籍|身份|居住|证明|亲属|死亡|名字|姓名|情况|房|低保|社保|医保|养老|银行))/u;
const SAID_OF_PERSONS = /^(?:先生|女士|同志|去世|已故|过世|病故|身份证|[(,，]?[男女](?!\p{Script=Han}))/u;
/** Names of other peoples: 阿依古丽·买买提. */
const DOTTED = /^\p{Script=Han}{1,8}(?:[·•・]\p{Script=Han}{1,8}){1,3}/u;
const FOREIGN = /^[A-Z][a-z]{1,15}(?: [A-Z][a-z]{1,15}){0,3}(?![a-zA-Z])/u;
/** In a form a name of two characters is often spread out: 张　三. */
const SPREAD = /^(\p{Script=Han}) {1,2}(\p{Script=Han})(?!\p{Script=Han})/u;
/** Further names of the same field: 张三、李四和王五. */
const AND = /^(?:[、/]|和|与|及) ?/u;
/** In characters: the longest dotted name and what ends it. */
const REACH = 48;

/** Names in a folded text. */
export function nameSpans(folded: string): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  const take = (start: number, length: number): void => {
    spans.push({ kind: 'name', start, end: start + length });
  };
  for (const match of folded.matchAll(CALLED)) {
    const start = match.index + match[0].length;
    const length = announced(folded.slice(start, start + REACH));
    if (length > 0) take(start, length);
  }
  for (const match of folded.matchAll(FIELD)) {
    let start = match.index + match[0].length;
    const asForm = match[1] !== undefined && /[:=]/u.test(match[1]);
    for (;;) {
      const rest = folded.slice(start, start + REACH);
      const length = enclosed(rest, asForm);
      // 患者陈述, 老婆原谅: without a mark between, two characters behind a word for a person are a word.
      const sure = length > 2 || match[1] !== undefined || NAMED.test(match[0]);
      if (length === 0 || !(sure || SAID_OF_PERSONS.test(rest.slice(length)))) break;
      take(start, length);
      const and = AND.exec(rest.slice(length));
      if (and === null) break;
      start += length + and[0].length;
    }
  }
  return spans;
}

/** Length of the name at the beginning of a text where a name must come; 0 where none does. */
function announced(text: string): number {
  const closed = enclosed(text, true);
  if (closed > 0) return closed;
  const surname = surnameLength(text);
  if (surname === 0 || isWord(text)) return 0;
  const [first = '', second = ''] = text.slice(surname);
  if (!isGiven(first)) return 0;
  return surname + (isGiven(second) && !SELDOM_GIVEN.has(second) ? 2 : 1);
}

/** Length of a name that fills the text up to the end of a clause; 0 where there is none. */
function enclosed(text: string, asForm: boolean): number {
  const other = DOTTED.exec(text) ?? (asForm ? FOREIGN.exec(text) : null);
  if (other !== null) return other[0].length;
  const surname = surnameLength(text);
  if (surname === 0) return 0;
  const spread = asForm ? SPREAD.exec(text) : null;
  if (spread?.[2] !== undefined && isGiven(spread[2])) return spread[0].length;
  if (isWord(text)) return 0;
  for (const given of [2, 1]) {
    const name = text.slice(surname, surname + given);
    if (name.length !== given || name === HOUSEHOLD || !Array.from(name).every(isGiven)) continue;
    if (endsName(text.slice(surname + given))) return surname + given;
  }
  return 0;
}

/** Whether a name ends here: before what forms say next, or before another name. */
function endsName(rest: string): boolean {
  if (END.test(rest)) return true;
  const and = AND.exec(rest);
  if (and === null) return false;
  const next = rest.slice(and[0].length);
  const surname = surnameLength(next);
  return surname > 0 && !isWord(next) && isGiven(next.charAt(surname));
}

/** 王家 are the people of a name, not one of them. */
const HOUSEHOLD = '家';

function surnameLength(text: string): number {
  if (COMPOUND_SURNAMES.has(text.slice(0, 2))) return 2;
  return SURNAMES.has(text.charAt(0)) ? 1 : 0;
}

const isWord = (text: string): boolean => NOT_NAMES.has(text.slice(0, 2)) || NOT_NAMES.has(text.slice(0, 3));
const HAN = /^\p{Script=Han}$/u;
const isGiven = (character: string): boolean => HAN.test(character) && !NEVER_GIVEN.has(character);
