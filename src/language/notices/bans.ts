import type { Words } from '../words.js';

/** 不得少于2个社区: an amount, not a ban. */
const AMOUNT = /^(?:少于|低于|超过|多于|小于|晚于|迟于|早于)/u;

/** 取消该社区评先资格: what it costs, not what is ended. */
const HONOUR = /^[^,]{0,16}(?:评优|评先|评选|评比|资格|称号|荣誉|奖)/u;

/**
 * Whether a clause forbids that something be asked of the committee (不得要求社区出具证明, 严禁由社区代收, 取消社区出具的
 * 证明): the ban stands before the first mention of the committee. What the committee itself may not do is told by its
 * predicate.
 */
export function bansAskingUs(clause: string, words: Words): boolean {
  const ban = words.bans.find(clause);
  if (ban === undefined) return false;
  const behind = clause.slice(ban.start + ban.word.length);
  if (AMOUNT.test(behind) || HONOUR.test(behind)) return false;
  const us = committeeIn(clause, words);
  return us !== null && us > ban.start;
}

/** Where the committee is first named; null where it isn't. */
function committeeIn(clause: string, words: Words): number | null {
  for (
    let at = words.committee.find(clause);
    at !== undefined;
    at = words.committee.find(clause, at.start + 1)
  )
    if (words.none.at(clause, at.start) === undefined) return at.start;
  return null;
}
