import type { Answer } from '../answer.js';
import { withStop } from '../punctuation.js';

/** What people ask of an answer beside its verdict and its route. */
export type Detail = 'materials' | 'cost' | 'time';

/** What a sentence of a source speaks of. */
const SPEAKS: Readonly<Record<Detail, RegExp>> = {
  materials:
    /材料|身份证|户口簿|户口本|申请表|申请书|登记表|照片|(?<!重要)凭证|持.{1,12}(?:证|书|明)|携带|提交|提供|附|填写|样式|两名以上|签名|委托/u,
  cost: /[0-9一二三四五六七八九十百千万]+元|免费|收费|费用|工本费|经费|资金|补贴|补助|拨付|不收取?|罚款/u,
  time: /工作日|当场|当天|即时|时限|期限|限期|限定时间|[0-9一二三四五六七八九十]+(?:日|天|个月|小时|年)内|有效期|满.{1,3}(?:年|月|天|日)|自[0-9]{4}年|至少.{0,4}[0-9一二三四五六七八九十]+(?:日|天|年)/u,
};

/** Where one sentence of a source ends. */
const SENTENCES = /[^。；！？]+[。；！？]?/gu;
/** Sentences shown. */
const MOST = 3;

/** What the sources of an answer say of a detail, each sentence once; empty where they say nothing of it. */
export function detailsOf({ citations, route }: Answer, detail: Detail): string[] {
  const texts = [route ?? '', ...citations.flatMap(({ summary, quote = '' }) => [summary, quote])];
  const sentences = texts.flatMap((text) => text.match(SENTENCES) ?? []);
  const telling = sentences.map((one) => one.trim()).filter((one) => SPEAKS[detail].test(one));
  return [...new Set(telling)].slice(0, MOST).map((one) => withStop(one.replace(/；$/u, '')));
}
