import { LIST_KINDS, type ListKind } from '../catalogue/schema.js';
import { normalise } from '../text/normalise.js';

/** Words of a list's title or sheet, in this order: 不应出具 holds 出具, 负面 comes with 自治事项负面清单. */
const KIND_WORDS: readonly (readonly [ListKind, RegExp])[] = [
  [
    'must-not-certify',
    /(不应|不得|不予|不再|不能|禁止|严禁|取消|停止)(由|再|要求)?.{0,10}(出具|开具|证明)|证明.{0,6}(负面|取消|禁止)/,
  ],
  [
    'may-certify',
    /(可以?|能|应当?|依法|需要?|准予|保留).{0,8}(出具|开具)|涉证|证明(事项|清单|目录)|(出具|开具).{0,6}证明/,
  ],
  ['negative', /负面|禁入|(不得|不应|禁止|严禁).{0,12}(责任主体|承担|事项|进入)/],
  ['assist', /协助|协办|配合/],
  ['autonomy', /自治|履职|履行职责|主要职责|职责清单|权责清单|工作职责/],
];

/** UTF-16 units; a title that says it later is none. */
const LOOKED_AT = 200;

/** What kind of list a title, sheet name or category speaks of; null where it doesn't say. */
export function kindOfTitle(text: string): ListKind | null {
  const title = normalise(text.slice(0, LOOKED_AT));
  return KIND_WORDS.find(([, words]) => words.test(title))?.[0] ?? null;
}

/** The Chinese word for a kind, as lists are called. */
export const KIND_TITLES: Record<ListKind, string> = {
  autonomy: '自治事项清单',
  assist: '协助事项清单',
  negative: '负面事项清单',
  'may-certify': '可出具证明事项清单',
  'must-not-certify': '不应出具证明事项清单',
  reference: '参考清单',
};

/** A kind by its code (assist) or by Chinese words (协助). */
export function kindNamed(name: string): ListKind | null {
  const wanted = name.trim();
  return (
    LIST_KINDS.find((kind) => kind === wanted) ?? (wanted === '参考' ? 'reference' : kindOfTitle(wanted))
  );
}
