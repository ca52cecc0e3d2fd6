/** Cuts normalised Chinese text into words. Implementations must give the same words for the same text. */
export interface Segmenter {
  /** Name of the library behind it, e.g. `nodejieba`. */
  readonly name: string;
  readonly version: string;
  /** Words in order; together they are the text again, white space and punctuation included. */
  cut(text: string): string[];
}
