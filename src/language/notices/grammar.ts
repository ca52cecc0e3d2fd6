import type { Party } from '../parties/party.js';
import type { Span } from '../span.js';
import type { Words } from '../words.js';
import { bansAskingUs } from './bans.js';
import { createBurdenFinder } from './burdens.js';
import { createDemandFinder } from './demands.js';
import { isDemandAnyway, soundsSentUp } from './formal-anyway.js';
import { type Governed, governedParts } from './governed.js';
import { piecesOf } from './pieces.js';
import type { Assignment, PassedOver, PassedOverReason, Reading } from './reading.js';
import type { SeenNotice } from './seen.js';
import { type Told, toldIn } from './told.js';
import { cleaned, topicOf } from './topics.js';
import { idleness, isReporting } from './urging.js';

/** 申请表须经社区核实并盖章: one step of somebody else's matter. */
const THROUGH = /^[^,]{0,16}(?:须|需|应|应当)?经/u;
/** 由社区负责: what is done stands in the heading. */
const ONLY_IN_CHARGE = /^(?:负责|牵头|承担|落实|实施|办理|完成)*$/u;
const CONDITION = /的[^,]{0,8},/u;
const GOING_ON = /^(?:并|且|作为|(?:得分|结果|成绩)?与.{2,12}挂钩)/u;
/** A verb alone (劝阻): the clause before says whom or what. */
const isBare = (task: string) => task.length <= 4;

/** What a notice hands to the committee and what it doesn't, by rules on who is told what. */
export function readNotice(notice: SeenNotice, words: Words): Reading {
  const seen = notice.text;
  const demands = createDemandFinder(words);
  const addressed = notice.addressees.has('committee');
  const onlyUs = notice.assessing || (addressed && notice.addressees.size === 1);
  const burdens = createBurdenFinder(seen, demands, onlyUs, words);
  const assigned: Draft[] = [];
  const passedOver: PassedOver[] = [];
  let paragraph = -1;
  let subject: ReadonlySet<Party> | null = null;
  for (const part of governedParts(notice, words)) {
    if (part.paragraph !== paragraph) subject = part.subject;
    paragraph = part.paragraph;
    const sentence = toldIn(seen, part, subject, notice.addressees, words);
    if (sentence.background) skip(part, 'background');
    for (const clause of sentence.clauses) readClause(clause, part);
    subject = sentence.subject;
  }
  return { assigned: assigned.sort((a, b) => a.start - b.start), passedOver };

  /** 每日上传照片 after a sentence of what the street does: reports come from below, whoever was spoken of last. */
  function isSentUp({ predicate, who }: Told): boolean {
    const text = seen.slice(predicate.start, predicate.end);
    const kind = demands.of(text)?.kind;
    return (
      predicate.parties === null &&
      who !== null &&
      !who.has('residents') &&
      (kind === 'trace' || kind === 'ledger') &&
      soundsSentUp(text)
    );
  }

  function readClause(clause: Told, part: Governed): void {
    if (bansAskingUs(seen.slice(clause.start, clause.end), words)) {
      skip(clause, 'prohibition');
      return;
    }
    const { predicate, who, described } = clause;
    const full = seen.slice(predicate.start, predicate.end);
    const task = seen.slice(predicate.core, predicate.end);
    const demand = demands.of(full);
    const context = clause.context ?? (demand?.kind === 'assessment' ? described : null);
    const ofUs =
      context !== null &&
      (burdens.mentionsUs(seen.slice(context, clause.start)) ||
        (onlyUs && predicate.parties === null && demand?.kind === 'assessment'));
    const about = ofUs ? context : null;
    if (full === '') {
      skip(clause, predicate.dated ? 'date' : 'detail');
      return;
    }
    if (!isTold(who, addressed) && !(addressed && isSentUp(clause))) {
      const found = burdens.in(part, predicate, who, about);
      if (found.length === 0) skip(clause, reasonOf(who));
      for (const burden of found) takeBurden(burden, clause, part);
      return;
    }
    const told =
      predicate.parties !== null ||
      predicate.core > predicate.start ||
      predicate.capacity === 'responsible' ||
      part.assigned?.named === true;
    const leaning = context !== null && (isReporting(task) || isBare(task));
    const idle = leaning ? null : idleness(task, told, words);
    if (idle !== null && !isDemandAnyway(idle, demand, full)) {
      const papers = burdens.papers(predicate);
      for (const paper of papers) takeBurden(paper, clause, part);
      if (papers.length > 0) return;
      if (predicate.parties === null || !takeHeading(part, task)) skip(clause, idle);
      return;
    }
    if (THROUGH.test(full) && burdens.mentionsUs(full)) {
      take(upToSending(predicate), part, 'unsaid');
      return;
    }
    const own = predicate.parties !== null && !isBare(task) && !(leaning && onEvent(context));
    const from =
      demand === undefined ? (own ? null : context) : demand.kind === 'assessment' ? context : about;
    takePieces(clause, part, from, leaning);
  }

  /** 经社区审核盖章后交城建办: what comes after is somebody else's. */
  function upToSending({ start, end }: Span): Span {
    const after = seen.slice(start, end).search(/后(?:报|交|送|上报|提交|递交)/u);
    return { start, end: after > 0 ? start + after : end };
  }

  /** 发生险情,社区立即报告: what is reported is what happened. */
  function onEvent(context: number | null): boolean {
    return context !== null && /^(?:发现|发生|出现|遇|接到)/u.test(seen.slice(context));
  }

  /** Each task of a compound; the first one with the clause before it that says on what it acts. */
  function takePieces(
    { predicate, start: clauseStart }: Told,
    part: Governed,
    context: number | null,
    leaning: boolean,
  ): void {
    const capacity = part.assigned?.assisting ? 'assist' : predicate.capacity;
    // 发现泄漏的,立即报告并疏散住户: what is done under one condition is one task.
    const whole = leaning && context !== null;
    const pieces = whole
      ? [{ start: predicate.core, end: predicate.end, verb: '' }]
      : piecesOf(seen, predicate.core, predicate.end, words);
    const alone = pieces.length === 1;
    for (const [i, piece] of pieces.entries()) {
      const own = seen.slice(piece.start, piece.end);
      const idle = alone || demands.of(own) !== undefined ? null : idleness(piece.verb + own, true, words);
      if (idle !== null) {
        skip(piece, 'detail');
        continue;
      }
      const governed = !alone && piece.verb !== '';
      const first = i === 0 && !governed;
      const start = first ? (context ?? Math.min(predicate.start, piece.start)) : piece.start;
      const onWhat = first && leaning && context !== null ? { start: context, end: clauseStart } : null;
      const sealed = demands.of(own)?.kind === 'seal';
      const stretch = sealed ? upToSending({ start, end: piece.end }) : { start, end: piece.end };
      if (!goesOn(stretch, clauseStart, own, part, predicate.parties))
        take(stretch, part, capacity, piece, onWhat);
    }
  }

  function takeBurden(whole: Span, clause: Told, part: Governed): void {
    const burden = THROUGH.test(seen.slice(whole.start, whole.end)) ? upToSending(whole) : whole;
    const own = seen.slice(burden.start, burden.end);
    if (!goesOn(burden, clause.start, own, part, clause.predicate.parties)) take(burden, part, 'unsaid');
  }

  /** 约谈社区书记,取消评优资格; 拍照发我,晚上接龙: what follows in the same sentence is one demand. */
  function goesOn(
    { start, end }: Span,
    clauseStart: number,
    own: string,
    part: Governed,
    named: Told['predicate']['parties'],
  ): boolean {
    const last = assigned.at(-1);
    const kind = demands.of(own)?.kind;
    if (last === undefined || kind === undefined || last.start < part.start) return false;
    if (last.formality?.kind !== kind || last.end > end) return false;
    const further = GOING_ON.test(seen.slice(clauseStart, end)) || (isBare(own) && named === null);
    // 发生越级上访的,取消评先资格,书记作检讨: all of it follows from the same.
    const followed = kind === 'assessment' && CONDITION.test(seen.slice(last.start, last.end));
    if (start < clauseStart || !(followed || (further && last.end <= clauseStart))) return false;
    last.end = end;
    last.words = [{ start: last.start, end }];
    last.matter = cleaned(seen.slice(last.start, end));
    return true;
  }

  /** (一)违建拆除。由各社区负责。 */
  function takeHeading(part: Governed, task: string): boolean {
    if (part.heading === null || !ONLY_IN_CHARGE.test(task)) return false;
    const { start, end } = part.heading;
    const bare = seen.slice(start, end).replace(/[。:\s]+$/u, '');
    take({ start, end: start + bare.length }, { ...part, heading: null }, 'responsible');
    return true;
  }

  function take(
    { start, end }: Span,
    part: Governed,
    capacity: Assignment['capacity'],
    own: Span = { start, end },
    onWhat: Span | null = null,
  ): void {
    const head = part.heading === null ? '' : seen.slice(part.heading.start, part.heading.end);
    const topics = [topicOf(cleaned(head)), topicOf(notice.title)];
    assigned.push({
      start,
      end,
      words: onWhat === null ? [own] : [withoutTail(onWhat), own],
      matter: cleaned(`${onWhat === null ? '' : textOf(withoutTail(onWhat))}${textOf(own)}`),
      capacity,
      formality: demands.of(textOf(own)) ?? null,
      topics: topics.filter((topic) => topic.length >= 2),
    });
  }

  function skip({ start, end }: Span, reason: PassedOverReason): void {
    passedOver.push({ start, end, reason });
  }

  function textOf({ start, end }: Span): string {
    return seen.slice(start, end);
  }

  /** 对违法建设的,: without what leads to the next clause. */
  function withoutTail({ start, end }: Span): Span {
    return { start, end: start + seen.slice(start, end).replace(/[的时后]?[,:]\s*$/u, '').length };
  }
}

/** An assignment while its sentence is still being read. */
type Draft = { -readonly [Key in keyof Assignment]: Assignment[Key] };

function isTold(who: ReadonlySet<Party> | null, addressed: boolean): boolean {
  return who !== null && (who.has('committee') || (addressed && who.has('everyone')));
}

function reasonOf(who: ReadonlySet<Party> | null): PassedOverReason {
  if (who === null) return 'nobody';
  return who.has('others') || who.has('everyone') ? 'others' : 'residents';
}
