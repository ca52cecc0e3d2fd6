import type { PageLine } from './pdf-lines.js';

/** A number at the head or foot of a page: 3, - 3 -, 第3页 共9页. */
const PAGE_NUMBER = /^[—–\-\s]*(第\s*)?\d{1,4}(\s*页.{0,12}|\s*\/\s*\d{1,4})?[—–\-\s]*$/;

/** A line as it stands on every page, whatever number it carries. */
function marginKey(line: PageLine | undefined): string {
  return (line?.segments ?? []).map(({ text }) => text.replace(/\d+/g, '#')).join(' ');
}

/** What stands at the head or foot of more than half of the pages: a running title, a file name with the page. */
export function repeatedLines(pages: readonly { lines: readonly PageLine[] }[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { lines } of pages) {
    for (const key of new Set([marginKey(lines[0]), marginKey(lines.at(-1))])) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const often = [...counts].filter(([key, count]) => key !== '' && count >= 2 && count * 2 > pages.length);
  return new Set(often.map(([key]) => key));
}

/** The lines of a page without its running title and page number. */
export function withoutMargins(page: readonly PageLine[], repeated: ReadonlySet<string>): PageLine[] {
  const isMargin = (line: PageLine | undefined): boolean =>
    line !== undefined &&
    (repeated.has(marginKey(line)) || PAGE_NUMBER.test(line.segments.map(({ text }) => text).join(' ')));
  const from = isMargin(page[0]) ? 1 : 0;
  const to = page.length > from && isMargin(page.at(-1)) ? page.length - 1 : page.length;
  return page.slice(from, to);
}
