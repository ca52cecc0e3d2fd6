import type { Paragraph } from '../documents/content.js';
import { type ExtractedList, emptyRow, oneLine } from './extracted.js';
import { kindOfTitle } from './kinds.js';
import { type Numbered, numberedParagraph } from './numbering.js';
import { bareTitle, isListTitle, titleFacts } from './titles.js';

interface Line {
  paragraph: Paragraph;
  numbered: Numbered | null;
}

/** Where paragraphs stand in reports. */
const PART = '正文';
/** Below the items' own level: what an item consists of. */
const DETAIL_LEVELS = 4;
/** UTF-16 units: a name up to a full stop or colon; a longer one is cut at neither. */
const LONGEST_NAME = 60;

/**
 * The lists of numbered paragraphs. A number with numbers of a lower order below it is a heading: it names a list
 * (「一、自治事项（23项）」), a batch or a category; the others are items.
 */
export function listsOfParagraphs(paragraphs: readonly Paragraph[], title: string): ExtractedList[] {
  const lines = paragraphs.map(
    (paragraph): Line => ({ paragraph, numbered: numberedParagraph(paragraph.text) }),
  );
  const lists: ExtractedList[] = [];
  let category = '';
  let itemLevel = 0;
  const start = (heading: string): void => {
    const facts = titleFacts(heading);
    const before = lists.at(-1);
    const sameList = facts.batch !== null && kindOfTitle(heading) === null && before !== undefined;
    lists.push({
      title: sameList ? before.title : bareTitle(heading),
      part: PART,
      kind: sameList ? before.kind : (kindOfTitle(heading) ?? kindOfTitle(title)),
      mapping: [],
      signature: null,
      choice: new Map(),
      rows: [],
      ...facts,
    });
    category = '';
  };
  for (const [index, { paragraph, numbered }] of lines.entries()) {
    const text = paragraph.text.trim();
    if (numbered === null) {
      if (isListTitle(text) && (kindOfTitle(text) !== null || titleFacts(text).batch !== null)) start(text);
      else if (titleFacts(text).batch !== null && text.length <= 20) start(text);
      continue;
    }
    const last = lists.at(-1)?.rows.at(-1);
    const isDetail = numbered.level >= DETAIL_LEVELS && last !== undefined && itemLevel < numbered.level;
    if (isDetail) {
      last.summary =
        last.summary === '' ? oneLine(numbered.text) : `${last.summary}；${oneLine(numbered.text)}`;
      continue;
    }
    if (isHeading(lines, index)) {
      const kind = kindOfTitle(numbered.text);
      const heading = numbered.text.replace(/[。：:；;]$/, '');
      if (kind !== null || titleFacts(heading).batch !== null || lists.length === 0) start(heading);
      else category = bareTitle(heading);
      continue;
    }
    if (lists.length === 0) start(title);
    itemLevel = numbered.level;
    const { name, summary } = nameAndSummary(numbered.text);
    const list = lists.at(-1);
    list?.rows.push({
      ...emptyRow({ part: PART, line: paragraph.line }, name),
      no: numbered.number,
      category,
      batch: list.batch,
      summary,
    });
  }
  return lists.filter(({ rows }) => rows.length > 0);
}

/** Whether the next numbered paragraph is of a lower order, but not a mere detail. */
function isHeading(lines: readonly Line[], index: number): boolean {
  const own = lines[index]?.numbered;
  const next = lines.slice(index + 1).find(({ numbered }) => numbered !== null)?.numbered;
  if (!own || !next || next.level <= own.level) return false;
  return next.level < DETAIL_LEVELS || own.level < DETAIL_LEVELS - 1;
}

/** 「居民会议召集。依法召集……」: up to the first full stop or colon is the name, the rest says what it means. */
function nameAndSummary(text: string): { name: string; summary: string } {
  const line = oneLine(text);
  const cut = line.search(/[。：:]/);
  const end = cut > 1 && cut <= LONGEST_NAME ? cut : line.length;
  const name = line.slice(0, end).replace(/[；;。，,]$/, '');
  return { name, summary: line.slice(end + 1).trim() };
}
