/** A clause of a charter; places are UTF-16 units of its text. */
export interface CharterClause {
  /** As it numbers itself: 第三条, 二、; empty where it doesn't. */
  number: string;
  text: string;
  start: number;
  end: number;
}

const NUMBER =
  /^[\s　]*((?:第[一二三四五六七八九十百零〇\d]{1,5}[条款章节])|(?:[一二三四五六七八九十百]{1,4}、)|(?:[（(][一二三四五六七八九十百\d]{1,4}[）)])|(?:\d{1,3}[.、．]))[\s　]*/u;

/** A line's end, or what stands before an article that goes on in the same line. */
const BREAK = /\n|(?<=[。；;\s　])(?=第[一二三四五六七八九十百零〇\d]{1,5}[条章])/u;

/** The lines of a text, articles that follow one another in one line apart. */
export function linesOf(text: string): { text: string; start: number }[] {
  let start = 0;
  return text.split(BREAK).map((line) => {
    const at = start;
    start += line.length + (text[start + line.length] === '\n' ? 1 : 0);
    return { text: line, start: at };
  });
}

/** The clauses in their order: a line each, with the number in front of it; an unnumbered line is one of its own. */
export function clausesOf(text: string): CharterClause[] {
  const clauses: CharterClause[] = [];
  for (const { text: line, start } of linesOf(text)) {
    const [whole = '', number = ''] = NUMBER.exec(line) ?? [];
    const body = line.slice(whole.length).trimEnd();
    if (body.trim() !== '') {
      const at = start + whole.length;
      clauses.push({ number: number.trim(), text: body, start: at, end: at + body.length });
    }
  }
  return clauses;
}

/** A sentence of a clause; `start` counts from the clause's own beginning. */
export interface Sentence {
  text: string;
  start: number;
}

/** UTF-16 units; nobody writes a longer one, and what is looked for within it would take the square of its length. */
const LONGEST_SENTENCE = 500;
const SENTENCE = new RegExp(`[^。；;！!]{1,${LONGEST_SENTENCE}}[。；;！!]?`, 'gu');

/** Sentences as a prohibition and what follows from it stand in them; commas don't part them. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const match of text.matchAll(SENTENCE)) {
    if (match[0].trim() !== '') sentences.push({ text: match[0], start: match.index });
  }
  return sentences;
}
