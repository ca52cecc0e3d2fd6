import { normalise } from '#text/normalise.js';

/** Latin letters tell nothing of a matter, and a line of English before a question would drown it. */
const COUNTS = /[\p{Script=Han}\p{Nd}]/u;
/** Stands where no run may cross: punctuation, white space, characters beyond the basic plane. */
const BREAK = 0;
const WIDTH = 0x10000;

/**
 * The features of a text, with how often each occurs: its characters and pairs of characters, none across punctuation.
 * A pair is numbered by its two code units, so that no two share a number. Runs of three, and words, were measured and
 * told no more. No dictionary is asked: an office's own words change nothing of what was counted before.
 */
export function featuresOf(text: string): Map<number, number> {
  const features = new Map<number, number>();
  const add = (feature: number) => features.set(feature, (features.get(feature) ?? 0) + 1);
  let before = BREAK;
  for (const character of normalise(text)) {
    const code = character.length === 1 && COUNTS.test(character) ? character.charCodeAt(0) : BREAK;
    if (code !== BREAK) {
      add(code);
      if (before !== BREAK) add(before * WIDTH + code);
    }
    before = code;
  }
  return features;
}

/** The characters of a feature. */
export function nameOf(feature: number): string {
  const first = Math.floor(feature / WIDTH);
  return String.fromCharCode(...(first === BREAK ? [feature] : [first, feature % WIDTH]));
}

/** The characters of a text that no pair of its neighbours that was seen covers, in order. */
export function beyondPairs(text: string, seen: (feature: number) => boolean): string {
  const characters = [...normalise(text)];
  const codes = characters.map((c) => (c.length === 1 && COUNTS.test(c) ? c.charCodeAt(0) : BREAK));
  const covered = codes.map((code) => code === BREAK);
  for (let i = 1; i < codes.length; i++) {
    const [before, code] = [codes[i - 1] as number, codes[i] as number];
    if (before === BREAK || code === BREAK || !seen(before * WIDTH + code)) continue;
    covered[i - 1] = true;
    covered[i] = true;
  }
  return characters.filter((_, i) => !covered[i]).join('');
}
