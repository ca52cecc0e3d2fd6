/**
 * The dictionary that both segmenters cut with: jieba's (MIT, shipped with @node-rs/jieba), trimmed to the words worth
 * their memory. One line per word, `word frequency x`, in the order of the source.
 */

/** Every everyday Han character; the segmenters see nothing else (see runs.ts). */
const HAN_WORD = /^[\u3400-\u4dbf\u4e00-\u9fff]+$/u;
/**
 * How often a word must have been seen to be kept, by its length in characters. A long compound that is left out is
 * cut into its parts, which search finds better; a rare short one would be cut into single characters. Measured over
 * 3,681 questions: 94 of 100 words stay as they were, at a quarter of the memory (nodejieba: 50 MB, not 234).
 */
const LEAST_SEEN = [Number.POSITIVE_INFINITY, 5, 6, 12, 40];
/** Personal names take common characters away from ordinary words: only famous ones stay. */
const LEAST_SEEN_NAME = 100;
/** Domain words count as often as a frequent word, so that they win over their parts but not over a clash of them. */
const TERM_SEEN = 500;
/** Room for `spread` between two neighbouring frequencies. */
const SCALE = 1000;

/**
 * The trimmed dictionary of jieba's, as UTF-8; each line ends with a line feed.
 * @param source lines `word frequency tag`
 */
export function trimDictionary(source: string): Uint8Array {
  const seen = new Map<string, number>();
  for (const line of source.split('\n')) {
    const [word = '', count = '', tag = ''] = line.split(' ');
    if (HAN_WORD.test(word) && Number(count) >= leastSeen(word, tag)) seen.set(word, Number(count));
  }
  return new TextEncoder().encode(lines(seen));
}

/**
 * The dictionary with domain words added; those with anything but Han characters are left out, since texts are cut
 * there anyway.
 * @param dictionary what `trimDictionary` gave, as UTF-8
 */
export function addTerms(dictionary: Uint8Array, terms: readonly string[]): Uint8Array {
  const seen = new Map<string, number>();
  for (const term of terms) if (HAN_WORD.test(term) && term.length > 1) seen.set(term, TERM_SEEN);
  if (seen.size === 0) return dictionary;
  const firsts = new Set(Array.from(seen.keys(), (term) => term.charCodeAt(0)));
  const decoder = new TextDecoder();
  const characters = new Set<string>();
  const parts: Uint8Array[] = [];
  let from = 0;
  // Bytes, and few of them as strings: 89,000 lines as text would cost 30 MB.
  for (let at = 0; at < dictionary.length; at = dictionary.indexOf(LINE_FEED, at) + 1) {
    const first = firstCharacter(dictionary, at);
    if (dictionary[at + HAN_BYTES] === SPACE) characters.add(String.fromCharCode(first));
    if (!firsts.has(first)) continue;
    const word = decoder.decode(dictionary.subarray(at, dictionary.indexOf(SPACE, at)));
    if (!seen.has(word)) continue;
    parts.push(dictionary.subarray(from, at));
    from = dictionary.indexOf(LINE_FEED, at) + 1;
  }
  return concatenate([
    ...parts,
    dictionary.subarray(from),
    new TextEncoder().encode(lines(seen, characters)),
  ]);
}

const LINE_FEED = 0x0a;
const SPACE = 0x20;
/** Every character of `HAN_WORD` takes three bytes in UTF-8. */
const HAN_BYTES = 3;

function firstCharacter(bytes: Uint8Array, at: number): number {
  const low = ((bytes[at + 1] ?? 0) & 0x3f) << 6;
  return (((bytes[at] ?? 0) & 0x0f) << 12) | low | ((bytes[at + 2] ?? 0) & 0x3f);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function leastSeen(word: string, tag: string): number {
  if (tag.startsWith('nr') && word.length > 1) return LEAST_SEEN_NAME;
  // Numbers such as 一万二千 aren't words: numerals.ts reads them.
  if (tag === 'm' && word.length > 2) return Number.POSITIVE_INFINITY;
  return LEAST_SEEN[Math.min(word.length, LEAST_SEEN.length - 1)] ?? 0;
}

/** Lines of the words, and of each of their characters that has none: a segmenter never meets an unknown character
 * inside a known word, where the two libraries would weigh it differently. */
function lines(seen: ReadonlyMap<string, number>, known: ReadonlySet<string> = new Set()): string {
  const all = new Map(seen);
  for (const word of seen.keys())
    for (const character of word) if (!all.has(character) && !known.has(character)) all.set(character, 1);
  return Array.from(all, ([word, count]) => `${word} ${count * SCALE + spread(word)} x\n`).join('');
}

/**
 * 0 to 999, always the same for a word: keeps two ways to cut a text from weighing exactly the same, where one library
 * takes the shorter first word and the other the longer.
 */
function spread(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) >>> 0;
  return hash % SCALE;
}
