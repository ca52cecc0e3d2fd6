/**
 * A text without the characters at both ends that `isOuter` takes, in one pass from each end. `/^[…]+|[…]+$/` does the
 * same, but tries its second half anew at every run inside the text: its time grows with the square of the length.
 * @param isOuter tells of one character (a whole code point) whether it may be cut off
 */
export function trimmed(text: string, isOuter: (character: string) => boolean): string {
  let start = 0;
  while (start < text.length) {
    const character = String.fromCodePoint(text.codePointAt(start) as number);
    if (!isOuter(character)) break;
    start += character.length;
  }
  let end = text.length;
  while (end > start) {
    const character = characterBefore(text, end);
    if (!isOuter(character)) break;
    end -= character.length;
  }
  return text.slice(start, end);
}

/** The code point that ends at `end`; half a pair stands for itself. */
function characterBefore(text: string, end: number): string {
  const pair = text.slice(Math.max(0, end - 2), end);
  return pair.length === 2 && pair.codePointAt(0) !== pair.charCodeAt(0) ? pair : text.charAt(end - 1);
}

const MARK = /[\p{P}\s]/u;

/** A text without the punctuation and blanks around it; symbols (👍, +) stay. */
export const withoutMarksAround = (text: string): string =>
  trimmed(text, (character) => MARK.test(character));
