/** Traditional to simplified characters, from OpenCC's tables (Apache-2.0, shipped with opencc-js). */
import characterTable from 'opencc-js/dict/TSCharacters';
import phraseTable from 'opencc-js/dict/TSPhrases';

/** Variants of Hong Kong and Taiwan that the tables above leave alone (OpenCC, HKVariants and TWVariants). */
const VARIANTS = '敍叙 枱台 粧妆 糭粽 衞卫 衹只 簷檐 痺痹';
/** Taiwan writes 著 for the particle 着; it stays in the words where it is a root of its own (名著, 著作, 显著). */
const PARTICLE_ZHU = /(?<![专原名土巨执拙撰新杂编昭显卓论译遗所合较])著(?![作名者称述录书])/gu;

/** What is kept of one run of characters: `from` and `to` have any length. */
interface Phrase {
  from: string;
  to: string;
}

interface Tables {
  characters: Map<string, string>;
  /** Phrases by their first character, longest first. */
  phrases: Map<string, Phrase[]>;
  /** 1 for each UTF-16 unit at which a conversion may start. */
  starts: Uint8Array;
}

let tables: Tables | undefined;

/**
 * The text in simplified characters; ordinary simplified text comes back as it is. Idempotent.
 * Phrases win over single characters, longer phrases over shorter ones.
 */
export function simplify(text: string): string {
  tables ??= build();
  const { characters, phrases, starts } = tables;
  let out = '';
  let copied = 0;
  let at = 0;
  while (at < text.length) {
    if (starts[text.charCodeAt(at)] === 0) {
      at++;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const phrase = phrases.get(character)?.find(({ from }) => text.startsWith(from, at));
    const to = phrase?.to ?? characters.get(character);
    const length = phrase?.from.length ?? character.length;
    if (to !== undefined) {
      out += text.slice(copied, at) + to;
      copied = at + length;
    }
    at += length;
  }
  const simplified = copied === 0 ? text : out + text.slice(copied);
  return simplified.includes('著') ? simplified.replace(PARTICLE_ZHU, '着') : simplified;
}

/** The simplified form of one character, itself where it has none; phrases aren't looked at. */
export function simplifiedCharacter(character: string): string {
  tables ??= build();
  if (tables.starts[character.charCodeAt(0)] === 0) return character;
  return tables.characters.get(character) ?? character;
}

function build(): Tables {
  const characters = new Map<string, string>();
  for (const [from, to] of pairs(characterTable)) if (from !== to) characters.set(from, to);
  for (const [from = '', to = ''] of VARIANTS.split(' ').map((pair) => Array.from(pair)))
    characters.set(from, to);
  // 薴 → 苧 → 苎: what comes out must not be converted a second time.
  for (const [from, to] of characters) characters.set(from, characters.get(to) ?? to);
  const byCharacter = (text: string): string => Array.from(text, (c) => characters.get(c) ?? c).join('');
  const kept = new Map<string, string>();
  for (const [from, to] of pairs(phraseTable)) {
    if (byCharacter(from) !== to) kept.set(from, to);
    // The result of a phrase must survive a second conversion: 乾圖 → 乾图, and 乾图 stays 乾图.
    if (byCharacter(to) !== to) kept.set(to, to);
  }
  const phrases = new Map<string, Phrase[]>();
  for (const [from, to] of kept) {
    const first = String.fromCodePoint(from.codePointAt(0) ?? 0);
    phrases.set(first, [...(phrases.get(first) ?? []), { from, to }]);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.from.length - a.from.length);
  const starts = new Uint8Array(0x10000);
  for (const character of [...characters.keys(), ...phrases.keys()]) starts[character.charCodeAt(0)] = 1;
  return { characters, phrases, starts };
}

/** Rows of an OpenCC table as opencc-js writes it: `from to|from to|…`, the first of several targets. */
function pairs(table: string): [string, string][] {
  return table.split('|').map((row) => {
    const [from = '', to = from] = row.split(' ');
    return [from, to];
  });
}
