import { simplify } from './simplify.js';

/**
 * Radicals that Unicode doesn't fold onto the character they look like, though text copied from PDF files has them in
 * its place (Unicode, EquivalentUnifiedIdeograph.txt; only those that stand for a whole everyday character).
 */
const RADICALS = new Map(
  Array.from(
    '⺟母⺠民⺼月⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟'.matchAll(
      /(.)(.)/gu,
    ),
    (pair) => [pair[1] ?? '', pair[2] ?? ''],
  ),
);
const RADICAL = /[\u2e80-\u2eff]/gu;
/** Whatever a reader doesn't see: controls, formats, tags, private use, unassigned, lone surrogates, fillers, marks. */
const UNSEEN = /[\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800\ufffc\ufffd]/gu;
/**
 * Marks one upon the other. They go before the first normalisation, which puts the marks of one character in order and
 * takes time by the square of their number.
 */
const PILED_MARKS = /\p{M}{2,}/gu;
const WHITESPACE = /[\s\p{Cc}]+/gu;
/** A space between two characters that stand alone: letter-spaced text such as 「居 委 会」. */
const SPACED_OUT = /(?<=(?:^| )\p{Script=Han}) (?=\p{Script=Han}(?: |$))/gu;
/** Nothing but everyday Han characters, small letters and digits: only simplifying can change it. */
const PLAIN = /^[\u4e00-\u9fa5a-z0-9]*$/u;
const REPEATED_MARK = /([\p{P}\p{S}])\1+/gu;

/**
 * One form for texts that a reader takes for the same: compatibility forms and full width folded, lower case,
 * simplified characters, nothing invisible, single spaces, no repeated punctuation. Idempotent; never throws.
 */
export function normalise(text: string): string {
  if (PLAIN.test(text)) return simplify(text);
  const seen = text
    .replace(WHITESPACE, ' ')
    .replace(PILED_MARKS, '')
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .toLowerCase();
  const folded = seen
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(RADICAL, (radical) => RADICALS.get(radical) ?? radical);
  return simplify(folded)
    .replace(WHITESPACE, ' ')
    .trim()
    .replace(SPACED_OUT, '')
    .replace(REPEATED_MARK, '$1');
}
