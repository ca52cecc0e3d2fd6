/** Words and settings that the chapters are written with. */
export interface Wording {
  /** Least persons behind a number that is printed. */
  readonly k: number;
  /** A code of a verdict in words. */
  readonly verdict: (code: string) => string;
  /** The name of a list's row. */
  readonly item: (itemId: string) => string;
}
