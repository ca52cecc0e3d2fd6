import { decide, scopeOf } from './ask-desk.js';
import type { Turn } from './intent.js';
import { TURN_KINDS, type TurnKind } from './turns/kinds.js';

/** Probability from which a message is taken for what it seems; with something before it that it can lean on, and without. */
const BAR = { leaning: 0.35, alone: 0.5 } as const;
/** UTF-16 units; a longer message tells a case of its own. */
const LONGEST = 48;
/** Probability of a kind from which a message is surely of it. */
const SURELY = 0.9;
/** Characters beyond its kind from which a message names something of its own. */
const OWN = 2;
/** The name of a paper, not 这份证明 or 什么证明. */
const PAPER = /(?<![这那份个张种么啥的些开出打])\p{Script=Han}(?<![这那份个张种么啥的些开出打])证明/u;

/** What a word means is asked by that word, not of what came before: 什么叫费随事转. */
const DEFINES = /^(?:请问)?(?:什么叫|啥叫|什么是|啥是|何为|何谓)(?!.{0,2}(?:这|那))\p{Script=Han}{2}/u;

/** Whether anything was answered or shown that a message may lean on. */
export const hasBefore = ({ state, asked }: Turn): boolean =>
  state.last !== null || state.shown !== null || asked !== null;

/** The kind of turn among these that a message is; null where it is none, or stands for itself. */
export function kindOf<K extends TurnKind>(turn: Turn, ...kinds: readonly K[]): K | null {
  const { reads, said } = turn;
  if (said.length > LONGEST || DEFINES.test(said)) return null;
  const polite = POLITE.has(reads.kind) && hasBefore(turn) ? askedAtTheEnd(turn, BAR.alone) : null;
  if (polite !== null) return kinds.find((one) => one === polite) ?? null;
  const kind = kinds.find((one) => one === reads.kind);
  if (kind === undefined) return unlessAnswered(turn, kinds);
  if (isForeign(turn, kind)) return null;
  if (reads.of(...kinds) >= (hasBefore(turn) ? BAR.leaning : BAR.alone)) return kind;
  // What is no case of its own leans on what came before, however unsurely it is read.
  return turn.state.last !== null && !isAnswered(turn) ? kind : null;
}

/** What people say around what they ask: 多谢，那要跑几家. */
const POLITE: ReadonlySet<TurnKind> = new Set(['thanks', 'ok', 'hello', 'anger', 'chat']);

/** Share from which a kind counts where a message looks like a question that nothing is known of. */
const SECOND = 0.08;

/**
 * What looks like a question, and isn't surely answered by itself, is more likely said of what came before: then the
 * best of the other kinds counts.
 */
function unlessAnswered<K extends TurnKind>(turn: Turn, kinds: readonly K[]): K | null {
  const { reads, state } = turn;
  if (reads.kind !== 'question' || state.last === null) return null;
  const asked = askedAtTheEnd(turn, BAR.leaning);
  if (asked !== null && !isAnswered(turn)) return kinds.find((one) => one === asked) ?? null;
  const second = OTHERS.reduce((best, kind) => (reads.of(kind) > reads.of(best) ? kind : best));
  const kind = kinds.find((one) => one === second);
  if (kind === undefined || reads.of(kind) < SECOND || isForeign(turn, kind)) return null;
  return isAnswered(turn) ? null : kind;
}

/** Characters of a clause that asks something. */
const SHORTEST = 3;

/** What a message says between its marks and blanks, in order. */
export const clausesSaid = (said: string): string[] =>
  said.split(/[，。！？；,!?;\s]+/u).filter((clause) => clause !== '');

/** A remark or a story may come before what is asked: 去年就报上去了没人理，找谁. */
function askedAtTheEnd({ desk, said }: Turn, bar: number): TurnKind | null {
  const clauses = clausesSaid(said);
  const [last] = clauses.slice(-1);
  if (last === undefined || clauses.length < 2 || [...last].length < SHORTEST) return null;
  const { kind, of } = desk.turns(last);
  return ASKING.has(kind) && of(kind) >= bar ? kind : null;
}

/** Kinds that ask something of what came before. */
const ASKING: ReadonlySet<TurnKind> = new Set([
  ...(['basis', 'where', 'who', 'materials', 'cost', 'time'] as const),
  ...(['next', 'refuse', 'reply', 'letter', 'explain', 'confirm'] as const),
]);

const OTHERS = TURN_KINDS.filter((kind) => kind !== 'question');

/** Whether a message is a matter of its own, whatever came before. */
export function isAnswered(turn: Turn): boolean {
  if (PAPER.test(turn.said)) return true;
  const { band, verdict } = decide(turn, turn.said, scopeOf(turn));
  return band === 'answer' && verdict !== 'out-of-scope' && verdict !== 'clarify';
}

/** Whether a message asks for a paper or about a task that the lists don't know, or that may be one of several. */
export function isUnsettled(turn: Turn): boolean {
  const { verdict, choices } = decide(turn, turn.said, scopeOf(turn));
  return verdict === 'not-listed' || choices.length > 0;
}

/** Whether nothing at all is recognised in a message by itself. */
export function saysNothing(turn: Turn): boolean {
  const { verdict, choices } = decide(turn, turn.said, scopeOf(turn));
  return verdict === 'clarify' && choices.length === 0;
}

/** Kinds whose messages say whatever they like: what is told, named or felt is different every time. */
const FREE: readonly TurnKind[] = ['fact', 'object', 'pick', 'correct', 'scope', 'anger', 'chat', 'lists'];
/**
 * Characters beyond its kind, and their share of a message, from which it speaks of something else (怎么考驾照); a short
 * word of courtesy may be any (行，收工).
 */
const FOREIGN = { characters: 3, courtesy: 4, share: 0.6 } as const;

function isForeign({ reads, said }: Turn, kind: TurnKind): boolean {
  if (FREE.includes(kind)) return false;
  const beyond = [...reads.beyond(kind)].length;
  const least = POLITE.has(kind) ? FOREIGN.courtesy : FOREIGN.characters;
  return beyond >= least && beyond >= FOREIGN.share * [...said].length;
}

/**
 * Whether a message names a matter of its own, so that what it asks isn't asked of what came before: it has words that
 * its kind never has, and they are a paper's name or the lists surely answer the message by itself.
 */
export function namesOwn(turn: Turn): boolean {
  const { reads } = turn;
  // What is surely of a kind names what no message of it ever did; else what speaks more of a question counts too.
  const named = reads.of(reads.kind) >= SURELY ? reads.beyond(reads.kind) : reads.naming(reads.kind);
  if ([...named].length < OWN) return false;
  return isAnswered(turn);
}
