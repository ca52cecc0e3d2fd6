/** Something that a question can be about: an item of a list, a provision, a row of any question corpus. */
export interface Entry {
  id: string;
  /** The canonical wording. */
  text: string;
  /** Other wordings of the same matter; the best of all wordings counts. */
  aliases?: readonly string[] | undefined;
  /** Long explanatory text; it can find the entry, but counts for less than a wording. */
  body?: string | undefined;
}

/** Which part of an entry a text comes from. */
export type Wording = 'text' | 'alias' | 'body';

/** One indexed text. */
export interface IndexedText {
  /** Position of the entry in the list given. */
  entry: number;
  wording: Wording;
  /** As the entry gives it, for explanations. */
  text: string;
}

/** All texts of all entries, in order; empty ones are left out. */
export function indexedTexts(entries: readonly Entry[]): IndexedText[] {
  const texts: IndexedText[] = [];
  entries.forEach((entry, position) => {
    const seen = new Set<string>();
    const add = (text: string | undefined, wording: Wording) => {
      if (text === undefined || text.trim() === '' || seen.has(text)) return;
      seen.add(text);
      texts.push({ entry: position, wording, text });
    };
    add(entry.text, 'text');
    for (const alias of entry.aliases ?? []) add(alias, 'alias');
    add(entry.body, 'body');
  });
  return texts;
}
