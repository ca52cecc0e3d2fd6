/** A list of words that are looked for at a place of a text, the longest first. */
export interface WordSet {
  /** The longest word that stands at this place; undefined where none does. */
  at(text: string, place: number): string | undefined;
  /** The longest word that the text ends with. */
  endOf(text: string): string | undefined;
  has(word: string): boolean;
  /** The first place at or behind `from` where a word stands. */
  find(text: string, from?: number): { word: string; start: number } | undefined;
}

export function createWordSet(list: readonly string[]): WordSet {
  const byFirst = new Map<string, string[]>();
  const byLast = new Map<string, string[]>();
  const all = new Set(list);
  for (const word of [...all].sort((a, b) => b.length - a.length)) {
    push(byFirst, word.charAt(0), word);
    push(byLast, word.charAt(word.length - 1), word);
  }
  const at = (text: string, place: number) =>
    byFirst.get(text.charAt(place))?.find((word) => text.startsWith(word, place));
  return {
    at,
    endOf: (text) => byLast.get(text.charAt(text.length - 1))?.find((word) => text.endsWith(word)),
    has: (word) => all.has(word),
    find(text, from = 0) {
      for (let start = from; start < text.length; start++) {
        const word = at(text, start);
        if (word !== undefined) return { word, start };
      }
      return undefined;
    },
  };
}

function push(map: Map<string, string[]>, key: string, word: string): void {
  const known = map.get(key);
  if (known) known.push(word);
  else map.set(key, [word]);
}
