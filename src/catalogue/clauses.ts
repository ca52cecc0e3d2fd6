import { normalise } from '#text/normalise.js';
import { numeralValue } from '#text/numerals.js';

/** A stretch of lines of a text, `end` not included. */
interface Stretch {
  start: number;
  end: number;
}

/** One step of a locator: 附件2, 第十条, 第二款, 第三项, 一、 or 第一部分, （二）. */
interface Step {
  kind: 'attachment' | 'article' | 'paragraph' | 'item' | 'section' | 'subsection';
  number: number;
}

const DIGITS = '([\\d一二三四五六七八九十百零〇两]{1,6})';
const STEPS: readonly (readonly [Step['kind'], RegExp])[] = [
  ['attachment', new RegExp(`^附件\\s*${DIGITS}?`)],
  ['article', new RegExp(`^第\\s*${DIGITS}\\s*条`)],
  ['paragraph', new RegExp(`^第\\s*${DIGITS}\\s*款`)],
  ['item', new RegExp(`^第\\s*[（(]?${DIGITS}[)）]?\\s*项`)],
  ['section', new RegExp(`^${DIGITS}、`)],
  ['section', new RegExp(`^第${DIGITS}部分`)],
  ['subsection', new RegExp(`^[（(]${DIGITS}[)）]`)],
];
/** Where a stretch of each kind begins in a text. */
const STARTS: Record<Exclude<Step['kind'], 'paragraph'>, RegExp> = {
  attachment: new RegExp(`^附件\\s*${DIGITS}?\\s*([:：]|$|\\s)`),
  article: new RegExp(`^第\\s*${DIGITS}\\s*条`),
  item: new RegExp(`^(?:[（(]${DIGITS}[)）]|(\\d{1,4})[.、．\\t ])`),
  section: /^([一二三四五六七八九十]{1,4})、/,
  subsection: /^[（(]([一二三四五六七八九十]{1,4})[)）]/,
};
/** UTF-16 units of a quote; the longest article of the organic laws has some 700. */
const LONGEST_QUOTE = 400;

/**
 * The words of a text at a locator (第十条第三项; 一、（二）; 附件2第3项); null where any step of it isn't found, or the
 * locator names no place.
 */
export function clauseAt(text: string, locator: string): string | null {
  const lines = text.split('\n').map((line) => line.trim());
  const steps = stepsOf(locator);
  if (steps.length === 0) return null;
  let at: Stretch = { start: 0, end: lines.length };
  for (const [index, step] of steps.entries()) {
    const found =
      step.kind === 'paragraph' ? nthParagraph(lines, at, step.number) : find(lines, at, step, index > 0);
    if (found === null) return null;
    at = found;
  }
  const quote = lines
    .slice(at.start, at.end)
    .filter((line) => line !== '')
    .map((line) => line.replace(/\t/g, ' '))
    .join('');
  if (quote === '') return null;
  return quote.length <= LONGEST_QUOTE ? quote : `${quote.slice(0, LONGEST_QUOTE)}……`;
}

/** The steps at the head of a locator; what follows them (所述, ·起草依据) isn't looked at. */
function stepsOf(locator: string): Step[] {
  const steps: Step[] = [];
  let rest = normalise(locator).replace(/^[“"《].*?[”"》]/, '');
  for (;;) {
    rest = rest.trimStart();
    const found = STEPS.map(([kind, pattern]) => ({ kind, match: pattern.exec(rest) })).find(
      ({ match }) => match,
    );
    if (!found?.match) return steps;
    const number = found.match[1] === undefined ? 0 : numeralValue(found.match[1]);
    if (number === null) return steps;
    steps.push({ kind: found.kind, number });
    rest = rest.slice(found.match[0].length);
  }
}

function find(
  lines: readonly string[],
  within: Stretch,
  step: Step,
  mayStartInLine: boolean,
): Stretch | null {
  if (step.kind === 'paragraph') return null;
  const pattern = STARTS[step.kind];
  const numberAt = (index: number): number | null => {
    const match = pattern.exec(normaliseLine(lines[index] ?? ''));
    if (match === null) return null;
    const digits = match[1] ?? match[2];
    return digits === undefined ? 0 : numeralValue(digits);
  };
  for (let start = within.start; start < within.end; start++) {
    if (numberAt(start) !== step.number) continue;
    let end = start + 1;
    // A point is one paragraph; what follows it belongs to the article.
    while (
      step.kind !== 'item' &&
      end < within.end &&
      numberAt(end) === null &&
      !isHigher(lines[end] ?? '', step.kind)
    )
      end++;
    return { start, end };
  }
  // A single attachment has no number, whatever its locator says.
  const single = step.kind === 'attachment' && step.number <= 1 && mayStartInLine === false;
  if (!single) return null;
  const start = lines.findIndex((line, index) => index >= within.start && /^附件(?:\s*[:：])?$/.test(line));
  return start < 0 ? null : { start, end: within.end };
}

/** Whether a line begins something of a higher order, which ends whatever stands above it. */
function isHigher(line: string, kind: Step['kind']): boolean {
  const order: Step['kind'][] = ['attachment', 'article', 'section', 'subsection', 'item'];
  const text = normaliseLine(line);
  if (/^第.{1,4}[章节]/.test(text)) return true;
  return order
    .slice(0, order.indexOf(kind))
    .some((higher) => higher !== 'paragraph' && STARTS[higher].test(text));
}

/** 款: the paragraphs of an article that aren't its numbered points. */
function nthParagraph(lines: readonly string[], within: Stretch, number: number): Stretch | null {
  const starts: number[] = [];
  for (let index = within.start; index < within.end; index++) {
    const line = normaliseLine(lines[index] ?? '');
    if (line !== '' && !STARTS.subsection.test(line) && !STARTS.item.test(line)) starts.push(index);
  }
  const start = starts[number - 1];
  return start === undefined ? null : { start, end: starts[number] ?? within.end };
}

/** Full-width forms folded, tabs of table rows kept. */
function normaliseLine(line: string): string {
  return line.replace(/（/g, '(').replace(/）/g, ')').replace(/：/g, ':');
}
