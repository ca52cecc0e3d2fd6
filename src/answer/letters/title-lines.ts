/** Where a line of a title ends best: before the title of a document, and after it with its number. */
const BREAKS = /(?<=》(?!（)|）)(?=.)|(?=《)/u;
/** Between a document's title and its number, where both are too long for a line. */
const BEFORE_NUMBER = /(?<=》)(?=（)/u;
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
/** What doesn't begin a line. */
const CLOSING = /^[》〉）〕”’、，的]/u;

/** Widths in characters; digits and Latin letters are half as wide. */
const widthOf = (text: string) =>
  [...text].reduce((width, char) => width + (/[\u0020-\u007e]/u.test(char) ? 0.5 : 1), 0);

/**
 * The lines of a title, broken where its sense allows and evenly (GB/T 9704-2012, 7.3.1: 词意完整，排列对称).
 * @param longest characters of a line
 */
export function titleLines(title: string, longest: number): string[] {
  if (widthOf(title) <= longest) return [title];
  const fitting = (part: string): string[] => (widthOf(part) <= longest ? [part] : halves(part, longest));
  const parts = title
    .split(BREAKS)
    .flatMap((part) => (widthOf(part) <= longest ? [part] : part.split(BEFORE_NUMBER)))
    .flatMap(fitting);
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last + part) <= longest) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines;
}

/** A long part in as many lines as it needs, each about as long as the others, broken between words. */
function halves(part: string, longest: number): string[] {
  const count = Math.ceil(widthOf(part) / longest);
  const even = widthOf(part) / count;
  const lines = [''];
  for (const { segment } of WORDS.segment(part)) {
    const line = lines.at(-1) ?? '';
    const full = line !== '' && widthOf(line + segment) > longest;
    const isEven = widthOf(line) + widthOf(segment) / 2 > even && lines.length < count;
    if ((full || isEven) && !CLOSING.test(segment)) lines.push(segment);
    else lines[lines.length - 1] = line + segment;
  }
  return lines;
}
