/**
 * A document as offices write it (公文), as data: what stands in it, not how it looks. `official-docx.ts` lays it out.
 */
export type OfficialBlock =
  /** 一、 and （一）: the number is part of the text. */
  | { type: 'heading'; level: 1 | 2; text: string }
  | { type: 'paragraph'; text: string }
  /** A line of a form or letter without the indent of a paragraph. */
  | { type: 'line'; text: string; align?: 'left' | 'right' | 'center' }
  /** The first row is the head. Widths are shares of the text's width. */
  | { type: 'table'; caption?: string; rows: readonly (readonly string[])[]; widths?: readonly number[] }
  /** A PNG, `width` and `height` in pixels of the screen. */
  | { type: 'picture'; caption: string; png: Uint8Array; width: number; height: number }
  | { type: 'page-break' };

export interface OfficialDocument {
  /** Lines apart by a line end. */
  readonly title: string;
  /** Below the title, such as （2026年1月1日至12月31日）; left out where there is nothing. */
  readonly subtitle?: string | undefined;
  readonly blocks: readonly OfficialBlock[];
}
