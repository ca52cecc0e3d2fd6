import { actorsAt, type Party, partiesIn } from './actors.js';
import { cutAt, HIDDEN } from './marks.js';
import type { Notice } from './notice.js';
import { NUMBERINGS, type Paragraph } from './outline.js';
import type { Words } from './words.js';

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

export interface Assigned {
  parties: ReadonlySet<Party>;
  /** The committee stands only among those who help. */
  assisting: boolean;
}

/** A heading that stands in front of its text on the same line is at most this long. */
const RUN_IN = 22;
const HEADING = 30;
const TAG =
  /[（(]?\s*(牵头|责任|主责|完成|实施|承办|配合|协办|协同|落实)(?:单位|部门|主体|领导|人|科室)?(?:及|和|、)?(?:配合单位|责任单位|责任人)?\s*[:：]([^)）。;\n]{2,80})[)）]?/gu;
const ANNOUNCING = /(?:如下|以下[^,。;]{0,12}|下列[^,。;]{0,12}|职责|分工|任务|要求|工作)?:$/u;
const INLINE_HEADING = /^[一二三四五六七八九十]是[^,、:]{2,16}$/u;
const PREAMBLE = /(?:通知|安排|要求|方案|事项|意见|函告|部署|提示|提醒|任务)[^,。;]{0,8}如下[:。]?$/u;

interface Level {
  rank: number;
  subject: ReadonlySet<Party> | null;
  idle: boolean;
  heading: Governed['heading'];
}

/** The sentences of the body, headings left out, each with the subject that its section, list or bracket gives it. */
export function governedParts(text: string, seen: string, notice: Notice, words: Words): Governed[] {
  const { body, addressees } = notice;
  const announced = body.findIndex((p) => PREAMBLE.test(text.slice(p.start, p.end)));
  const levels: Level[] = [];
  const parts: Governed[] = [];
  let annexed = false;
  body.forEach((paragraph, i) => {
    const line = text.slice(paragraph.start, paragraph.end);
    if (/^附件\s?\d{0,2}:?$/u.test(line)) {
      annexed = true;
      levels.length = 0;
    }
    if (line.includes('\t')) {
      const row = tableRow(text, paragraph, words);
      if (row)
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
    const heading = headingEnd(seen, paragraph, next);
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
      const pieces = cutAt(text, heading, paragraph.end, '。;!?');
      pieces.forEach((piece, n) => {
        // 三是加强道路交通安全。 in the middle of a paragraph is the heading of what follows.
        if (n < pieces.length - 1 && INLINE_HEADING.test(text.slice(piece.start, piece.end)))
          level.heading = piece;
        else parts.push({ ...piece, ...level, assigned: tail, preamble: i <= announced, paragraph: i });
      });
    }
    const lastSentence = parts.at(-1);
    if (lastSentence && ANNOUNCING.test(line) && i > announced) {
      const leading = leadSubject(seen, lastSentence, words);
      if (leading) level.subject = leading;
    }
    if (rank < NUMBERINGS.length || ANNOUNCING.test(line)) levels.push(level);
  });
  return parts;
}

/** Numbered paragraphs rank by their numbering; an unnumbered one that announces a list ranks just above that list. */
function rankOf({ numbering }: Paragraph, levels: readonly Level[]): number {
  if (numbering !== null) return NUMBERINGS.indexOf(numbering);
  const last = levels.at(-1);
  return last === undefined ? 0.5 : Math.floor(last.rank) + 0.5;
}

/** Where the heading of a paragraph ends: the whole line, its first sentence, or its start where there is none. */
function headingEnd(seen: string, paragraph: Paragraph, next: Paragraph | undefined): number {
  const { body, end, numbering } = paragraph;
  const line = seen.slice(body, end);
  const label = /^[^,。;:]{1,19}[^,。;:\d]:(?=.)/u.exec(line);
  if (label && numbering !== null) return body + label[0].length;
  if (numbering === null) {
    // 工作要求 alone on its line, or a run of words and a colon in front of a list.
    return line.length <= 12 && !/[。;,!:]$/u.test(line) && next !== undefined ? end : body;
  }
  const stop = line.search(/[。]/u);
  if (
    stop > 0 &&
    stop <= RUN_IN &&
    line
      .slice(stop + 1)
      .replaceAll(HIDDEN, '')
      .trim() !== '' &&
    !/[,;]/u.test(line.slice(0, stop))
  ) {
    return body + stop + 1;
  }
  const whole = line.length <= HEADING && !/[。;,!]/u.test(line);
  if (!whole) return body;
  const deeper = next !== undefined && (next.numbering === null || next.numbering !== numbering);
  const below =
    next !== undefined &&
    (next.numbering === null || NUMBERINGS.indexOf(next.numbering) > NUMBERINGS.indexOf(numbering));
  return deeper && below ? end : body;
}

function subjectOfHeading(head: string, words: Words): ReadonlySet<Party> | null {
  const bare = head.replaceAll(HIDDEN, '').replace(/[。:\s]+$/u, '');
  const actors = actorsAt(bare, 0, bare.length, words);
  if (actors !== null) return actors.parties;
  const duties = /^(.{2,24}?)(?:的)?(?:主要)?(?:工作)?(?:职责|任务|分工|责任|工作|要求|层面|方面)$/u.exec(
    bare,
  );
  if (duties?.[1] === undefined) return null;
  const whole = actorsAt(duties[1], 0, duties[1].length, words);
  return whole !== null && whole.end === duties[1].length ? whole.parties : null;
}

function isIdle(head: string, words: Words): boolean {
  const bare = head.replaceAll(HIDDEN, '').replace(/[。:\s]+$/u, '');
  const idle = words.idleHeadings.find(bare);
  return idle !== undefined && bare.length <= idle.word.length + 6;
}

/** 各社区要做好以下工作: hands its subject to the list below it. */
function leadSubject(seen: string, part: Governed, words: Words): ReadonlySet<Party> | null {
  for (const clause of cutAt(seen, part.start, part.end, ',:')) {
    const actors = actorsAt(seen, clause.start, clause.end, words);
    if (actors !== null) return actors.parties;
  }
  return null;
}

/** A row of a table that names who is to act in a cell of its own: the longest other cell is the task. */
function tableRow(
  text: string,
  { start, end }: Paragraph,
  words: Words,
): { start: number; end: number; assigned: Assigned } | null {
  const cells = cutAt(text, start, end, '\t');
  const actors = cells.filter((cell) => {
    const at = actorsAt(text, cell.start, cell.end, words);
    return at !== null && at.end >= cell.end - 1;
  });
  const [task] = cells
    .filter((cell) => !actors.includes(cell) && cell.end - cell.start >= 4)
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  if (actors.length === 0 || task === undefined) return null;
  const parties = new Set(actors.flatMap((cell) => [...partiesIn(text.slice(cell.start, cell.end), words)]));
  return { ...task, assigned: { parties, assisting: false } };
}

function tagOnly(line: string): boolean {
  const [tag] = [...line.matchAll(TAG)];
  return tag !== undefined && tag.index <= 6 && tag[0].length >= line.length - 10;
}

function tagOf(line: string, words: Words): Assigned | null {
  const tags = [...line.matchAll(TAG)];
  if (tags.length === 0) return null;
  const main = new Set<Party>();
  const helping = new Set<Party>();
  for (const [, kind = '', names = ''] of tags) {
    const into = /配合|协办|协同/u.test(kind) ? helping : main;
    for (const party of partiesIn(names, words)) into.add(party);
  }
  if (main.size === 0 && helping.size === 0) return null;
  const assisting = !main.has('committee') && !main.has('everyone') && helping.has('committee');
  return { parties: assisting ? helping : main, assisting };
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
