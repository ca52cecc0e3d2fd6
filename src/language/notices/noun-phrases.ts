import { trimmed } from '../cut.js';
import type { Words } from '../words.js';

/** One task of a predicate; places are UTF-16 units. */
export interface Piece {
  start: number;
  end: number;
  /** A verb that stands before another piece and governs this one as well; empty where it has its own. */
  verb: string;
}

const AND_NOUN =
  /(?:、|以及|(?<![涉普危顾累波惠提企遍])及(?![时其格至第早])|(?<![谐平缓温调随附])和(?![谐平睦解美气蔼])|(?<![参])与(?!会|时|否))/gu;

/** Takes apart what one light verb governs. */
export function nounPhrases(seen: string, phrase: { start: number; end: number }, words: Words): Piece[] {
  const whole: Piece[] = [{ ...phrase, verb: '' }];
  const text = seen.slice(phrase.start, phrase.end);
  const verb = words.lightVerbs.at(text, 0);
  const from =
    verb === undefined ? nominalStart(text, words) : verb.length + leadLength(text, verb.length, words);
  if (from === null) return whole;
  const parts = listed(text, from);
  if (parts.length < 2) return whole;
  const last = parts.at(-1) as { start: number; end: number };
  const tail = words.actionTails.endOf(text.slice(last.start, last.end));
  const bare = (part: { start: number; end: number }) =>
    text.slice(part.start, part === last && tail !== undefined ? part.end - tail.length : part.end);
  const isAction = (part: { start: number; end: number }) =>
    words.actionNouns.endOf(bare(part)) !== undefined;
  // 最美家庭评选、移风易俗宣传和邻里互助活动: 活动 makes an action of the last.
  const named = tail !== undefined && !tail.startsWith('等') && parts.slice(0, -1).every(isAction);
  const actions = parts.map((part) => isAction(part) || (named && part === last));
  const fields = tail?.startsWith('等') === true && actions.every((action) => !action);
  // 消防、燃气排查: only the last is an action, so the list belongs to it.
  const apart =
    actions.every(Boolean) ||
    fields ||
    (tail?.startsWith('等') === true && actions.filter(Boolean).length > parts.length / 2);
  if (!apart || parts.some((part) => bare(part).length < 2)) return whole;
  // 排查、整治、宣传 are the steps of one task when none of them names what it is about.
  if (parts.every((part) => words.actionNouns.has(bare(part)))) return whole;
  const grouped = joinSteps(parts, bare, words);
  return grouped.map((part) => ({
    start: phrase.start + part.start,
    end: phrase.start + (part.end === last.end && tail !== undefined ? part.end - tail.length : part.end),
    verb: verb ?? '',
  }));
}

/** 消防隐患排查、整治和反诈宣传: a step without a matter of its own belongs to the part before it. */
function joinSteps(
  parts: readonly { start: number; end: number }[],
  bare: (part: { start: number; end: number }) => string,
  words: Words,
): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (before !== undefined && words.actionNouns.has(bare(part))) before.end = part.end;
    else joined.push({ ...part });
  }
  return joined;
}

/** A list of nouns without any verb (由社区负责的 …): it starts at once, unless a real verb governs it. */
function nominalStart(text: string, words: Words): number | null {
  const verb = words.verbs.at(text, 0);
  if (verb === undefined) return 0;
  const [first = ''] = text.split(AND_NOUN);
  return words.actionNouns.endOf(first) !== undefined && first.length > verb.length + 2 ? 0 : null;
}

/** The parts of a list from a place on; a list in front of 的 describes what follows and is no list of tasks. */
function listed(text: string, from: number): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = from;
  for (const { index, 0: mark } of text.matchAll(AND_NOUN)) {
    if (index < from || inQuotes(text, index)) continue;
    if (index > start) parts.push(trimmed(text, start, index));
    start = index + mark.length;
  }
  parts.push(trimmed(text, start, text.length));
  const last = text.slice(parts.at(-1)?.start);
  if (parts.length > 1 && /的(?=.{2,})/u.test(last) && !/的/u.test(text.slice(from, parts[0]?.end)))
    return [];
  return parts.filter((part) => part.end > part.start);
}

/** Length of the adverbs and modals that stand at a place. */
export function leadLength(text: string, at: number, words: Words): number {
  let length = 0;
  for (;;) {
    const word = words.adverbs.at(text, at + length) ?? words.modals.at(text, at + length);
    if (word === undefined) return length;
    length += word.length;
  }
}

/** Whether a place lies inside a quotation. */
export function inQuotes(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return [
    ['“', '”'],
    ['《', '》'],
    ['「', '」'],
  ].some(([open = '', close = '']) => before.lastIndexOf(open) > before.lastIndexOf(close));
}
