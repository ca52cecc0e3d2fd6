import { cutAt } from '../cut.js';
import { NUMBERINGS } from '../layout/outline.js';
import type { Party } from '../parties/party.js';
import type { Span } from '../span.js';
import type { Words } from '../words.js';
import { actorsAt } from './actors.js';
import { skipLead } from './adverbials.js';
import { type Assigned, leadingColumns, tableRow, tagOf, tagOnly } from './assigned.js';
import { headingEnd, isIdle, rankOf, subjectOfHeading } from './headings.js';
import type { SeenNotice } from './seen.js';

/** A stretch of the body with what its place in the outline says of it. */
export interface Governed {
  start: number;
  end: number;
  /** Who is to act where the stretch itself doesn't say; null: nobody was named. */
  subject: ReadonlySet<Party> | null;
  /** Whom a bracket behind it (责任单位:各社区) makes responsible; it overrules every other subject. */
  assigned: Assigned | null;
  /** Text under 指导思想, 工作目标 and the like. */
  idle: boolean;
  /** The nearest heading above or in front of it, without its number. */
  heading: { start: number; end: number } | null;
  /** In front of 通知如下, where what has happened is told. */
  preamble: boolean;
  /** Which paragraph of the body it stands in. */
  paragraph: number;
}

const ANNOUNCING = /(?:如下|以下[^,。;]{0,12}|下列[^,。;]{0,12}|职责|分工|任务|要求|工作)?:$/u;
const INLINE_HEADING = /^[一二三四五六七八九十]是[^,、:]{2,16}$/u;
const PREAMBLE =
  /(?:通知|安排|要求|方案|事项|意见|函告|部署|提示|提醒|任务|工作|列表|清单)[^,。;]{0,8}如下[:。]?$|提出(?:以下|如下)[^。;]{2,20}[。:]$/u;

interface Level {
  rank: number;
  subject: ReadonlySet<Party> | null;
  idle: boolean;
  heading: Governed['heading'];
}

/** The sentences of the body, headings left out, each with the subject that its section, list or bracket gives it. */
export function governedParts(notice: SeenNotice, words: Words): Governed[] {
  const { text: seen, body, lines, addressees } = notice;
  // What an annexed or forwarded letter announces is no preamble of the list that stands above it.
  const listed = body.findIndex((p) => p.numbering !== null);
  const told = lines.findIndex((line) => PREAMBLE.test(line));
  const announced = listed >= 0 && told > listed ? -1 : told;
  const levels: Level[] = [];
  const parts: Governed[] = [];
  let annexed = false;
  let leading: ReadonlySet<number> = new Set();
  body.forEach((paragraph, i) => {
    const line = lines[i] as string;
    if (/^附件\s?\d{0,2}:?$/u.test(line)) {
      annexed = true;
      levels.length = 0;
    }
    if (line.includes('\t')) {
      const before = body[i - 1];
      const isHead = before === undefined || !lines[i - 1]?.includes('\t');
      if (isHead) leading = leadingColumns(seen, paragraph);
      if (isHead && leading.size > 0) return;
      const root = addressees.has('committee') ? addressees : null;
      for (const row of tableRow(seen, paragraph, words, { leading, root }))
        parts.push({ ...row, subject: null, idle: false, heading: null, preamble: false, paragraph: i });
      return;
    }
    const rank = rankOf(paragraph, levels);
    while (levels.length > 0 && (levels.at(-1) as Level).rank >= rank) levels.pop();
    const above = levels.at(-1);
    const idle = above?.idle ?? false;
    const root = i <= announced || annexed || addressees.size === 0 ? null : addressees;
    const given = above?.subject ?? root;
    const next = body[i + 1];
    const heading = headingEnd(seen, paragraph, next, words);
    const head = seen.slice(paragraph.body, heading);
    const own = head === '' ? null : subjectOfHeading(head, words);
    const level = {
      rank,
      subject: own ?? given,
      idle: idle || isIdle(head, words),
      heading: heading > paragraph.body ? { start: paragraph.body, end: heading } : (above?.heading ?? null),
    };
    const tail = tagOnly(line) ? null : tagOf(line, words);
    if (tagOnly(line)) assignBack(parts, tagOf(line, words));
    else if (heading < paragraph.end) {
      const pieces = cutAt(seen, heading, paragraph.end, '。;!?').map((piece) => withoutNumber(seen, piece));
      pieces.forEach((piece, n) => {
        // 三是加强道路交通安全。 in the middle of a paragraph is the heading of what follows.
        if (n < pieces.length - 1 && isInlineHeading(seen, piece, pieces[n - 1])) level.heading = piece;
        else parts.push({ ...piece, ...level, assigned: tail, preamble: i <= announced, paragraph: i });
      });
    }
    const lastSentence = parts.at(-1);
    if (lastSentence?.paragraph === i && ANNOUNCING.test(line) && i > announced) {
      const leading = leadSubject(seen, lastSentence, addressees, words);
      if (leading) level.subject = leading;
    }
    if (rank < NUMBERINGS.length || ANNOUNCING.test(line)) levels.push(level);
  });
  return parts;
}

/** 1.召开“三会一课”;2.发展党员: a list that runs on in its line. */
function withoutNumber(text: string, { start, end }: Span): Span {
  const [number] = /^(?:\d{1,2}[.、)](?!\d)|\([\d一二三四五六七八九十]{1,2}\)|[①-⑳])\s*/u.exec(
    text.slice(start, end),
  ) ?? [''];
  return { start: start + number.length, end };
}

/** 一是抓宣传。 heads what follows it; 一是抓宣传; is one of a list, and so is what stands behind it. */
function isInlineHeading(text: string, piece: Span, before: Span | undefined): boolean {
  return (
    INLINE_HEADING.test(text.slice(piece.start, piece.end)) &&
    text.charAt(piece.end) === '。' &&
    (before === undefined || !/[;；]/u.test(text.charAt(before.end)))
  );
}

/** 各社区要做好以下工作: hands its subject to the list below it. */
function leadSubject(
  seen: string,
  part: Governed,
  addressees: ReadonlySet<Party>,
  words: Words,
): ReadonlySet<Party> | null {
  const clauses = cutAt(seen, part.start, part.end, ',:');
  const last = clauses.at(-1);
  const asking = last !== undefined && /^(?:现|特|并)?请|^要求/u.test(seen.slice(last.start, last.end));
  for (const clause of asking ? clauses.reverse() : clauses) {
    const lead = skipLead(seen, clause.start, clause.end, words);
    const actors = actorsAt(seen, lead.end, clause.end, words);
    if (actors !== null) return actors.parties;
    // 区文明办将开展测评,请抓好以下几点: asked is whoever the notice is for.
    if (asking && clause === last && addressees.size > 0) return addressees;
  }
  return null;
}

/** 责任单位:… on a line of its own speaks of what stands above it. */
function assignBack(parts: Governed[], assigned: Assigned | null): void {
  if (assigned === null) return;
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i] as Governed;
    if (part.assigned !== null || part.heading !== parts.at(-1)?.heading) return;
    parts[i] = { ...part, assigned };
  }
}
