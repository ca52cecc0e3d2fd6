/** Brackets and quotes that come in pairs. */
const PAIRS = [
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['“', '”'],
  ['【', '】'],
] as const;

/** UTF-16 units at the end of a text that tell whether it breaks off. */
const TAIL = 200;
/** UTF-16 units of a field; a longer one is refused, so there is no use in adding to it. */
export const LONGEST_FIELD = 4_000;

/** Whether a text breaks off: it ends in a mark that more follows, or a bracket stays open. */
export function isUnfinished(whole: string): boolean {
  const text = whole.slice(-TAIL);
  if (/[、，,：:（(《“—]$/.test(text) || /[和及与或]$/.test(text)) return true;
  return PAIRS.some(([open, close]) => count(text, open) > count(text, close));
}

/** Whether a text can't be a beginning: it starts with what closes or goes on. */
export function isRest(text: string): boolean {
  return /^[、，,；;。）)》”】]/.test(text);
}

/** Two pieces of one text: run together where the first breaks off, else apart by ；. */
export function joined(first: string, more: string): string {
  if (first === '') return more;
  if (first.length > LONGEST_FIELD) return first;
  return isUnfinished(first) || isRest(more) ? first + more : `${first}；${more}`;
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
