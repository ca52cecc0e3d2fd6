/** Brackets and quotes that come in pairs. */
const PAIRS = [
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['“', '”'],
  ['【', '】'],
] as const;

/** Whether a text breaks off: it ends in a mark that more follows, or a bracket stays open. */
export function isUnfinished(text: string): boolean {
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
  return isUnfinished(first) || isRest(more) ? first + more : `${first}；${more}`;
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
