import type { Paragraph } from '#documents/content.js';
import { widthOf } from './item-text.js';
import { titleKind } from './kinds.js';
import type { TextLine } from './text-lines.js';
import { isListTitle, titleFacts } from './titles.js';
import { isRest, isUnfinished } from './unfinished.js';

/** Below the items' own level: what an item consists of. */
export const DETAIL_LEVELS = 4;
/** UTF-16 units of a heading without a number. */
export const LONGEST_HEADING = 20;
/** The line above what is attached to a notice. */
export const ANNEX = /^附\s*件\s*[\d一二三四五六七八九十]{0,3}\s*[:：]?$/;
/** Lines looked at for the next number. */
const NEXT_WITHIN = 50;
/** A text narrower than this, in Latin letters, isn't broken into lines. */
const NARROWEST = 30;

/** What the lines of a text tell by their numbers, lengths and neighbours: headings, wrapped lines, what lies between items. */
export class TextLayout {
  /** Width of the widest line. */
  private readonly fullWidth: number;
  private readonly isHardWrapped: boolean;

  constructor(
    private readonly lines: readonly TextLine[],
    /** Whether a paragraph may be broken into several lines, as in a .txt. */
    private readonly wraps: boolean,
  ) {
    this.fullWidth = lines.reduce((width, { paragraph }) => Math.max(width, widthOf(paragraph.text)), 0);
    this.isHardWrapped = wraps && this.fullWidth >= NARROWEST && this.followsFullLines();
  }

  /** Whether the next numbered paragraph is of a lower order, but not a mere detail. */
  isHeading(index: number): boolean {
    const own = this.lines[index]?.numbered;
    const next = this.lines
      .slice(index + 1, index + NEXT_WITHIN)
      .find(({ numbered }) => numbered !== null)?.numbered;
    if (!own || !next || next.level <= own.level) return false;
    return next.level < DETAIL_LEVELS || own.level < DETAIL_LEVELS - 1;
  }

  /** Short lines right above a 1, at least two of them in the text: categories without a number. */
  plainHeadings(): ReadonlySet<number> {
    const found = this.lines.flatMap(({ paragraph, numbered }, index) => {
      const text = paragraph.text.trim();
      const isShort = text.length <= LONGEST_HEADING && !/[。；;：:，,)）日]$/.test(text);
      const next = this.lines[index + 1]?.numbered;
      const isPlain = titleKind(text) === null && titleFacts(text).batch === null && !ANNEX.test(text);
      return numbered === null && isShort && isPlain && !isListTitle(text) && next?.number === 1
        ? [index]
        : [];
    });
    return new Set(found.length >= 2 ? found : []);
  }

  /** Whether the line goes on with the one above, which reaches the width of the text and ends no sentence. */
  isWrapped(index: number): boolean {
    const above = this.lines[index - 1]?.paragraph;
    const own = this.lines[index]?.paragraph;
    if (!this.wraps || above === undefined || own === undefined || own.line !== above.line + 1) return false;
    if (/[。；;]$/.test(above.text)) return false;
    return (
      (this.isHardWrapped && this.isFull(above)) || isUnfinished(above.text.trim()) || isRest(own.text.trim())
    );
  }

  private isFull({ text }: Paragraph): boolean {
    return widthOf(text) >= this.fullWidth - 4;
  }

  /** Whether nearly all lines without a number that follow another one right away follow a full one: a text of set width. */
  private followsFullLines(): boolean {
    const followed = this.lines.flatMap(({ paragraph, numbered }, index) => {
      const above = this.lines[index - 1];
      const isNext = above?.paragraph.line === paragraph.line - 1 && !isListTitle(above.paragraph.text);
      return above !== undefined && numbered === null && isNext && !isListTitle(paragraph.text)
        ? [above]
        : [];
    });
    return followed.filter(({ paragraph }) => this.isFull(paragraph)).length >= followed.length * 0.8;
  }

  /** Whether the next number below the line counts on: what stands between two items belongs to the first. */
  isBetweenItems(index: number): boolean {
    const next = this.lines
      .slice(index + 1, index + NEXT_WITHIN)
      .find(
        ({ numbered, paragraph }) =>
          numbered !== null || isListTitle(paragraph.text) || ANNEX.test(paragraph.text),
      );
    return next?.numbered != null && next.numbered.number > 1;
  }
}
