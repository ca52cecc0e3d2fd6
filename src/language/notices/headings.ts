import { NUMBERINGS, type Paragraph } from '../layout/outline.js';
import type { Party } from '../parties/party.js';
import type { Words } from '../words.js';
import { actorsAt } from './actors.js';

/** A heading that stands in front of its text on the same line is at most this long. */
const RUN_IN = 22;
const HEADING = 30;

/** Numbered paragraphs rank by their numbering; an unnumbered one that announces a list ranks just above that list. */
export function rankOf({ numbering }: Paragraph, levels: readonly { rank: number }[]): number {
  if (numbering !== null) return NUMBERINGS.indexOf(numbering);
  const last = levels.at(-1);
  return last === undefined ? 0.5 : Math.floor(last.rank) + 0.5;
}

/** Where the heading of a paragraph ends: the whole line, its first sentence, or its start where there is none. */
export function headingEnd(
  seen: string,
  paragraph: Paragraph,
  next: Paragraph | undefined,
  words: Words,
): number {
  const { body, end, numbering } = paragraph;
  const line = seen.slice(body, end);
  const label = /^[^,。;:]{1,19}[^,。;:\d]:(?=.)/u.exec(line);
  if (label && (numbering !== null || words.labels.has(label[0].slice(0, -1)))) return body + label[0].length;
  if (numbering === null) {
    // 工作要求 alone on its line, or a run of words and a colon in front of a list.
    return line.length <= 12 && !/[。;,!:]$/u.test(line) && next !== undefined ? end : body;
  }
  const stop = line.search(/[。]/u);
  if (
    stop > 0 &&
    stop <= RUN_IN &&
    line.slice(stop + 1).trim() !== '' &&
    !/[,;]/u.test(line.slice(0, stop)) &&
    !TELLING.test(line.slice(0, stop))
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

/** 各社区要加强巡查。 is short and no heading all the same. */
const TELLING =
  /(?:社区|村|居委会)[^。]{0,8}(?:[要须应]|负责|出具|开具|盖章)(?![求点素急])|由[^。]{0,8}(?:社区|村|居委会)|(?:社区|村|居委会)(?:可|每)|\d{1,2}[日月时点]|(?:上报|报送|报(?:街道|镇|区|县|民政|应急|综治))/u;

/** Whom a heading names: 各社区职责, 社区层面. */
export function subjectOfHeading(head: string, words: Words): ReadonlySet<Party> | null {
  const bare = head.replace(/[。:\s]+$/u, '');
  const actors = actorsAt(bare, 0, bare.length, words);
  if (actors !== null) return actors.parties;
  const duties = /^(.{2,24}?)(?:的)?(?:主要)?(?:工作)?(?:职责|任务|分工|责任|工作|要求|层面|方面)$/u.exec(
    bare,
  );
  if (duties?.[1] === undefined) return null;
  const whole = actorsAt(duties[1], 0, duties[1].length, words);
  return whole !== null && whole.end === duties[1].length ? whole.parties : null;
}

/** 指导思想, 工作目标: what stands below is no task. */
export function isIdle(head: string, words: Words): boolean {
  const bare = head.replace(/[。:\s]+$/u, '');
  if (words.labels.has(bare)) return true;
  const idle = words.idleHeadings.find(bare);
  return idle !== undefined && bare.length <= idle.word.length + 6;
}
