/**
 * Cells that a spreadsheet would run: those that begin with = + - @ (also full-width), a tab or a line end. The
 * apostrophes in front are what this project put there itself, so that marking and unmarking undo each other.
 */
const RUNNABLE = /^'*[=+\-@＝＋－＠\t\r\n]/;

/** The text of a CSV cell that no spreadsheet takes for a formula (OWASP, CSV injection): an apostrophe goes in front. */
export function safeCell(text: string): string {
  return RUNNABLE.test(text) ? `'${text}` : text;
}

/** The text that `safeCell` marked; any other text as it is. */
export function plainCell(text: string): string {
  return text.startsWith("'") && RUNNABLE.test(text) ? text.slice(1) : text;
}
