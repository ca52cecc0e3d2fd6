import type { Span } from '../span.js';

/** A number that begins an entry: ①, 1、, 1. , (1), 一、; also one that stands right before the words (1组织会议 2收税). */
const MARK =
  /(?<=^|[\s,，。;；:：!！?？、])(?:([①-⑳])|[(（]?([0-9]{1,2})[)）]?[、.．)）:：](?![0-9])|([0-9]{1,2})(?=\p{Script=Han})(?![0-9]*[年月日号个家户人名天次元万亿点时分岁楼栋])|[(（]?([一二三四五六七八九十]{1,3})[)）]?[、.．])\s*/gu;
/** The same as it is spoken: 一个是…一个是…还有一个是…, 第一件事就是…. */
const SPOKEN =
  /(?:第[一二三四五六七八九十]|(?:还有|再有|另外|再|又|头|最后)?一)(?:个|件|项|条|桩)(?:事情?|任务|活)?(?:就是|是|呢)[,，:：\s]*/gu;
/** Entries from which a text is a list, and at most. */
const ENTRIES = { least: 2, most: 60 } as const;
/** UTF-16 units of one entry; longer ones are told, not listed. */
const LONGEST = 120;
/** UTF-16 units of an entry on an average: a task by its name. */
const USUAL = 18;
/** What is said behind the last entry: that it is to be looked at. */
const ASKING =
  /[,，。;；\s]*(?:(?:你|您|请){0,2}(?:(?:帮|麻烦)(?:我们?|忙)?|给我们?)|看看?|看一[下哈]|哪些|哪几|这些|以上|上面|我们?(?:该|要|能)|是不是|该不该|能不能|归不归)[^,，。;；\n]*(?:我们?|社区|村里?|居委会?|干|做|管|接|看|该|归)[^,，。;；\n]*[?？。!！]*\s*$/u;
/** An entry that asks is a question, not a task. */
const ASKS = /[?？]|吗$|(?:怎么|多少|能不能|要不要|可不可以|去哪|谁)/u;

/**
 * The entries of an informal list (①上门催缴医保 ②拆违建…, 帮我看看哪些该我们干) in the order of the text; empty where a text
 * is no such list.
 */
export function listedTasks(text: string): Span[] {
  const numbered = inSequence(text);
  const marks = numbered.length < ENTRIES.least ? spoken(text) : numbered;
  if (marks.length < ENTRIES.least || marks.length > ENTRIES.most) return [];
  const tasks = marks.flatMap(({ end }, i): Span[] => {
    const entry = entryIn(text, end, marks[i + 1]?.index ?? text.length);
    return entry === null ? [] : [entry];
  });
  const asking = tasks.some(({ start, end }) => ASKS.test(text.slice(start, end)));
  if (tasks.length < marks.length || asking) return [];
  // Sentences under numbers are a notice's: what is asked in them is for its reader to find.
  const length = tasks.reduce((sum, { start, end }) => sum + end - start, 0);
  return length > USUAL * tasks.length ? [] : tasks;
}

/** The numbers that go up by one from the first: 1、2、3、. */
function inSequence(text: string): { index: number; end: number }[] {
  const found: { index: number; end: number }[] = [];
  for (const match of text.matchAll(MARK)) {
    const [whole, circled, digits, bare, han] = match;
    if (numberOf(circled, digits ?? bare, han) !== found.length + 1) continue;
    found.push({ index: match.index, end: match.index + whole.length });
  }
  return found;
}

const spoken = (text: string): { index: number; end: number }[] =>
  [...text.matchAll(SPOKEN)].map(({ index, 0: mark }) => ({ index, end: index + mark.length }));

function numberOf(circled = '', digits = '', han = ''): number {
  if (circled !== '') return (circled.codePointAt(0) as number) - '①'.charCodeAt(0) + 1;
  if (digits !== '') return Number(digits);
  const ones = '一二三四五六七八九';
  const [first = '', second = '', third = ''] = [...han];
  if (first === '十') return 10 + ones.indexOf(second) + 1;
  if (second === '十') return (ones.indexOf(first) + 1) * 10 + ones.indexOf(third) + 1;
  return ones.indexOf(first) + 1;
}

/** The stretch of one entry without marks around it and, in the last one, without the wish behind it. */
function entryIn(text: string, from: number, to: number): { start: number; end: number } | null {
  const line = text.slice(from, to).split('\n')[0] as string;
  // Far too long for an entry, whatever is wished behind it.
  if (line.length > 2 * LONGEST) return null;
  const asking = ASKING.exec(line);
  const told = (asking === null ? line : line.slice(0, asking.index)).replace(/[\s,，。;；、]+$/u, '');
  const start = from + (/^\s*/u.exec(told)?.[0].length ?? 0);
  const end = from + told.length;
  return end - start < 2 || end - start > LONGEST ? null : { start, end };
}
