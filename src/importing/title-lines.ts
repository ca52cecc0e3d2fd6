import type { Block, Paragraph } from '#documents/content.js';
import { oneLine } from './extracted.js';
import { isPlainPaperTitle, titleKind } from './kinds.js';
import { numberedParagraph } from './numbering.js';

/** UTF-16 units of a line of a title, and of a title of several lines. */
const LONGEST_LINE = 60;
const LONGEST_TITLE = 120;
/** Lines that one title may have, and those looked through for them. */
const MOST_LINES = 5;
const MOST_BETWEEN = 3;

/** What ends a title, brackets behind it aside. */
const END = /(清单|目录|名录|(一览|明细|汇总|登记|对照|统计|情况)表|通知|意见|办法|函|通报|决定|方案|公告)$/;
/** What ends a title, or goes on: 证明 · 事项清单. */
const HALF_END = /(事项|事务|证明|职责|任务|材料)$/;
/** A line that can't be the end of a title. */
const OPEN =
  /([的由应不得予对于和与及将向为至、“（(]|出具|开具|承担|要求|取消|禁止|停止|组织|委员会|社区|关于.{0,30})$/;
/** A line that goes on with the one above, however whole that is. */
const GOES_ON = /^([的和及与或、）)”》]|[（(][^（）()]+[)）]$)/;
const ATTACHMENT = /^附\s*[件表]\s*[\d一二三四五六七八九十]{0,3}\s*[:：、.]?\s*/;
const DOCUMENT_NUMBER = /^\S{0,25}?\s*[〔［[（(【]\s*(19|20)\d{2}\s*[〕］\])）】]\s*第?\s*\d{1,5}\s*号?$/;
const DATE = /^[（(]?\s*((19|20)\d{2}|[〇○零一二三四五六七八九]{4})\s*[年.\-/]\s*.{1,9}[)）]?$/;
/** Letterheads, marks of secrecy, forms, lines of contents with a page: what stands near a title and is no part of it. */
const NO_TITLE =
  /文件$|(外传|复制|传播|翻印)$|\s\d{1,3}$|^(秘密|机密|内部|特急|加急|平急|目\s*[录次]|第.{1,3}批|填报|编制|制表|单位|日期|时间)/;
/** A body that issues papers, alone on its line. */
const ISSUER = /^[^不由应关]{2,25}(局|厅|人民政府|办公室|办事处|委员会|党委|工委)$/;

/**
 * Which lines, from the top down, make up one title: a title is often set on several lines, with the document's number
 * or a date in between, and only the whole tells 不应由…出具 from 出具. A line that belongs to no other is a group of one.
 * @param isHead whether the line at an index stands before all items; further down a line above a title that is whole
 *   by itself may belong to an item
 * @returns indexes, each once, in the order of their first
 */
export function titleGroups(
  texts: readonly string[],
  isHead: (index: number) => boolean = () => true,
): number[][] {
  const lines = texts.map(oneLine);
  const groups: number[][] = [];
  const taken = new Set<number>();
  for (const index of lines.keys()) {
    if (taken.has(index)) continue;
    const group = groupFrom(lines, index, isHead(index));
    for (const part of group) taken.add(part);
    groups.push(group);
  }
  return groups;
}

/** The texts with the lines of each title put together. */
export function wholeTitles(texts: readonly string[]): string[] {
  return titleGroups(texts).map((group) => group.map((index) => oneLine(texts[index] ?? '')).join(''));
}

/** The title that the last of the texts belongs to, put together. */
export function lastTitle(texts: readonly string[]): string {
  const last = titleGroups(texts).find((group) => group.includes(texts.length - 1)) ?? [];
  return last.map((index) => oneLine(texts[index] ?? '')).join('');
}

/** The blocks with the lines of each title put together, at the place of the first, and which these are. */
export function withWholeTitles(blocks: readonly Block[]): { blocks: Block[]; joined: Paragraph[] } {
  const found: Block[] = [];
  const joined: Paragraph[] = [];
  let run: Paragraph[] = [];
  const flush = (): void => {
    for (const group of groupsOfRun(run)) {
      const parts = group.flatMap((index) => run[index] ?? []);
      const [first] = parts;
      if (first === undefined) continue;
      if (parts.length === 1) {
        found.push(first);
        continue;
      }
      const whole = { ...first, text: parts.map(({ text }) => oneLine(text)).join('') };
      found.push(whole);
      joined.push(whole);
    }
    run = [];
  };
  for (const block of blocks) {
    if (block.type === 'paragraph') run.push(block);
    else {
      flush();
      found.push(block);
    }
  }
  flush();
  return { blocks: found, joined };
}

function groupsOfRun(run: readonly Paragraph[]): number[][] {
  const heads: boolean[] = [];
  let isHead = true;
  for (const { text } of run) {
    const line = text.trim();
    if (ATTACHMENT.test(line)) isHead = true;
    else if (numberedParagraph(line) !== null) isHead = false;
    heads.push(isHead);
  }
  return titleGroups(
    run.map(({ text }) => text),
    (index) => heads[index] ?? false,
  );
}

function groupFrom(lines: readonly string[], start: number, isHead: boolean): number[] {
  const first = lines[start] ?? '';
  let group = [start];
  if (!canStart(first)) return group;
  const parts = [start];
  let title = first;
  let between = 0;
  for (let index = start + 1; index < lines.length && parts.length < MOST_LINES; index++) {
    const line = lines[index] ?? '';
    if (isBetween(line) && !ISSUER.test(title) && between < MOST_BETWEEN) {
      between++;
      continue;
    }
    if (!isPiece(line) || ATTACHMENT.test(line) || numberedParagraph(line) !== null) break;
    if (!goesOn(title, line) || (title + line).length > LONGEST_TITLE) break;
    if (!isHead && isWholeByItself(line) && !OPEN.test(title)) break;
    title += line;
    parts.push(index);
    if (isEnd(title)) group = [...parts];
  }
  return group;
}

function canStart(line: string): boolean {
  const text = line.replace(ATTACHMENT, '');
  const numbered = numberedParagraph(text);
  if (numbered !== null && numbered.level > 2) return false;
  return text !== '' && isPiece(text) && !isBetween(text) && !GOES_ON.test(text);
}

/** Whether a line may be part of a title: short, and no sentence. */
function isPiece(line: string): boolean {
  return line.length <= LONGEST_LINE && !/[。；;：:！!？?，,\t…]/.test(line) && !NO_TITLE.test(line);
}

/** What may stand among the lines of a title. */
function isBetween(line: string): boolean {
  return DOCUMENT_NUMBER.test(line) || DATE.test(line);
}

function goesOn(title: string, line: string): boolean {
  if (GOES_ON.test(line)) return true;
  const text = withoutBrackets(title);
  if (END.test(text)) return false;
  // Two lines that each name a kind, the first a whole one, are two titles.
  return !(HALF_END.test(text) && titleKind(title) !== null && titleKind(line) !== null);
}

function isEnd(title: string): boolean {
  const text = withoutBrackets(title);
  return END.test(text) || (HALF_END.test(text) && titleKind(title) !== null);
}

/** Whether the line alone is the title of a list whose kind nobody would doubt. */
function isWholeByItself(line: string): boolean {
  const kind = titleKind(line)?.kind ?? null;
  return END.test(withoutBrackets(line)) && kind !== null && !isPlainPaperTitle(line);
}

function withoutBrackets(title: string): string {
  return title.replace(/(\s*[（(][^（）()]*[)）])+$/, '');
}
