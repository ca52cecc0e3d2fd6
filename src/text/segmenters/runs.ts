/** A run of everyday Han characters, of other letters and digits (3.5 is one word), of white space, or one character. */
const RUN = /[\u3400-\u4dbf\u4e00-\u9fff]+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:\.\p{N}+)*|\s+|[\s\S]/gu;
const FIRST_HAN = /^[\u3400-\u4dbf\u4e00-\u9fff]/u;
/**
 * The same one to four characters three times or more (急急急): 急急|急 and 急|急急 weigh the same, and the two
 * libraries would choose differently. Longer words don't repeat within a dictionary.
 */
const REPEATED = /(.{1,4}?)\1{2,}/gu;

/**
 * Words of a text in order, together the text again. `cutHan` is only given runs of two or more Han characters without
 * repetition: jieba's libraries each have their own way with letters, digits and punctuation.
 */
export function cutRuns(text: string, cutHan: (run: string) => string[]): string[] {
  const words: string[] = [];
  const cut = (run: string): string[] => (run.length > 1 ? cutHan(run) : run === '' ? [] : [run]);
  for (const [run] of text.matchAll(RUN)) {
    if (run.length === 1 || !FIRST_HAN.test(run)) {
      words.push(run);
      continue;
    }
    let from = 0;
    for (const match of run.matchAll(REPEATED)) {
      const [repeated, unit = ''] = match;
      words.push(...cut(run.slice(from, match.index)));
      const once = cut(unit);
      for (let at = 0; at < repeated.length; at += unit.length) words.push(...once);
      from = match.index + repeated.length;
    }
    words.push(...cut(run.slice(from)));
  }
  return words;
}
