import { HIDDEN, trimmed } from './marks.js';
import type { Words } from './words.js';

/** One task of a predicate; places are UTF-16 units. */
export interface Piece {
  start: number;
  end: number;
  /** A verb that stands before another piece and governs this one as well; empty where it has its own. */
  verb: string;
}

/** Between two verbs: 排查隐患并建立台账. 并 inside a word, or before what is no verb, is none. */
const AND_VERB = /(?<!合|一|兼|吞)(?:、|，|和|及|与|并且|同时|并|以及|;)(?!时)/gu;
const AND_NOUN =
  /(?:、|以及|(?<![涉普危顾累波惠提企遍])及(?![时其格至第早])|(?<![谐平缓温调随附])和(?![谐平睦解美气蔼])|(?<![参])与(?!会|时|否))/gu;

/**
 * Takes a compound apart. Verb phrases (张贴通告、发放传单并建立台账) each stand alone; what one light verb governs
 * (做好消防排查、违建拆除和反诈宣传) is taken apart where each part is an action by itself or the list ends in 等工作.
 * Several objects of one real verb (排查出租房、合租房) and parts that share their last word stay one task.
 */
export function piecesOf(seen: string, start: number, end: number, words: Words): Piece[] {
  return verbPhrases(seen, start, end, words).flatMap((phrase) => nounPhrases(seen, phrase, words));
}

function verbPhrases(
  seen: string,
  start: number,
  end: number,
  words: Words,
): { start: number; end: number }[] {
  const text = seen.slice(start, end);
  const cuts: [number, number][] = [];
  let last = 0;
  const moved = movesResidents(text, words) || words.guiding.at(text, 0) !== undefined;
  for (const { index, 0: mark } of text.matchAll(AND_VERB)) {
    if (inQuotes(text, index)) continue;
    if (moved && /^[、和及与]/u.test(mark) && !OWN_ACT.test(text.slice(index + mark.length))) continue;
    let at = index + mark.length;
    at += leadLength(text, at, words);
    const verb = verbAt(text, at, words);
    // A verb that is itself a name of an action (排查、登记) has its own object or is none.
    if (
      verb === undefined ||
      !hasObject(text, at + verb.length) ||
      !hasObject(text, last + (verbAt(text, last, words)?.length ?? 0), index)
    )
      continue;
    if (verbAt(text, last, words) === undefined) continue;
    if (isNounPhrase(text, at, verb, words)) continue;
    // 由书记签字并加盖公章 is one step.
    if (/^加?盖/u.test(text.slice(at)) && /(?:签字|签名|审核|核实|确认)$/u.test(text.slice(0, index)))
      continue;
    cuts.push([index, at]);
    last = at;
  }
  const phrases: { start: number; end: number }[] = [];
  let from = 0;
  for (const [until, next] of [...cuts, [text.length, text.length] as const]) {
    const phrase = trimmed(seen, start + from, start + until);
    if (phrase.end > phrase.start) phrases.push(phrase);
    from = next;
  }
  return phrases;
}

/** What no resident is moved to. */
const OWN_ACT = /^(?:组织|开展|安排|建立|做好|发放|张贴|上报|报送|登记|召开|协助|配合|及时|收集|摸排|统计)/u;

/** 发动居民翻盆倒罐、清除积水: what residents are to be moved to is one task. */
function movesResidents(text: string, words: Words): boolean {
  const moving = words.moving.at(text, 0);
  return (
    moving !== undefined &&
    words.residents.at(text, moving.length + leadLength(text, moving.length, words)) !== undefined
  );
}

/** After a mark, 巡查工作 or 宣传教育、 goes on with a list of nouns; 发放传单 begins a new verb phrase. */
function isNounPhrase(text: string, at: number, verb: string, words: Words): boolean {
  const rest = text.slice(at + verb.length);
  const [part = ''] = rest.split(/[、,]|和|及|并/u);
  if (!words.actionNouns.has(verb)) return false;
  return (
    words.actionTails.endOf(part) !== undefined ||
    words.actionNouns.has(part) ||
    /^(?:等|工作|活动|任务|服务|力度|的)/u.test(part)
  );
}

function leadLength(text: string, at: number, words: Words): number {
  let length = 0;
  for (;;) {
    const word = words.adverbs.at(text, at + length) ?? words.modals.at(text, at + length);
    if (word === undefined) return length;
    length += word.length;
  }
}

/** 承包户, 养殖者, 合格率: a noun that begins like a verb. */
const NOUN_AFTER = /^(?:户|人(?!员)|者|率|证|费|款)/u;

function verbAt(text: string, at: number, words: Words): string | undefined {
  const verb = words.lightVerbs.at(text, at) ?? words.verbs.at(text, at);
  return verb !== undefined && verb.length > 1 && NOUN_AFTER.test(text.slice(at + verb.length))
    ? undefined
    : verb;
}

/** Something of two characters or more follows before the next mark. */
function hasObject(text: string, from: number, until = text.length): boolean {
  const rest = text.slice(from, until).replaceAll(HIDDEN, '');
  const [object = ''] = rest.split(/[、,;]/u);
  return object.replace(/^[了到好]/u, '').length >= 2;
}

function nounPhrases(seen: string, phrase: { start: number; end: number }, words: Words): Piece[] {
  const whole: Piece[] = [{ ...phrase, verb: '' }];
  const text = seen.slice(phrase.start, phrase.end);
  const verb = words.lightVerbs.at(text, 0);
  const from =
    verb === undefined ? nominalStart(text, words) : verb.length + leadLength(text, verb.length, words);
  if (from === null) return whole;
  const parts = listed(text, from);
  if (parts.length < 2) return whole;
  const last = parts.at(-1) as { start: number; end: number };
  const tail = words.actionTails.endOf(text.slice(last.start, last.end).replaceAll(HIDDEN, ''));
  const bare = (part: { start: number; end: number }) =>
    text
      .slice(part.start, part === last && tail !== undefined ? part.end - tail.length : part.end)
      .replaceAll(HIDDEN, '');
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

function inQuotes(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return [
    ['“', '”'],
    ['《', '》'],
    ['「', '」'],
  ].some(([open = '', close = '']) => before.lastIndexOf(open) > before.lastIndexOf(close));
}
