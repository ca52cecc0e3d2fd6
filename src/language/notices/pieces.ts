import { trimmed } from '../cut.js';
import type { Words } from '../words.js';
import { inQuotes, leadLength, nounPhrases, type Piece } from './noun-phrases.js';

/** Between two verbs: 排查隐患并建立台账. 并 inside a word, or before what is no verb, is none. */
const AND_VERB = /(?<!合|一|兼|吞)(?:、|，|和|及|与|并且|同时|并|以及|;)(?!时)/gu;

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

/** 承包户, 养殖者, 合格率: a noun that begins like a verb. */
const NOUN_AFTER = /^(?:户|员(?!工)|人(?!员)|者|率|证|费|款)/u;

function verbAt(text: string, at: number, words: Words): string | undefined {
  const verb = words.lightVerbs.at(text, at) ?? words.verbs.at(text, at);
  return verb !== undefined && verb.length > 1 && NOUN_AFTER.test(text.slice(at + verb.length))
    ? undefined
    : verb;
}

/** Something of two characters or more follows before the next mark. */
function hasObject(text: string, from: number, until = text.length): boolean {
  const rest = text.slice(from, until);
  const [object = ''] = rest.split(/[、,;]/u);
  return object.replace(/^[了到好]/u, '').length >= 2;
}
