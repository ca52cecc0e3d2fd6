import type { LineStyle, TerminalText } from './render.js';

const RESET = '\u001b[0m';
const CODES: Readonly<Record<LineStyle, string>> = {
  plain: '',
  yes: '\u001b[1;32m',
  no: '\u001b[1;31m',
  partly: '\u001b[1;33m',
  quiet: '\u001b[2m',
  question: '\u001b[1m',
};
/** Control characters of a reply's text would act on the terminal; line ends and tabs stay. */
const ACTING = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text as it is written to the terminal. */
export function paint({ style, text }: TerminalText, colour: boolean): string {
  const plain = text.replace(ACTING, (character) =>
    character === '\n' || character === '\t' ? character : '',
  );
  const code = CODES[style];
  return colour && code !== '' ? `${code}${plain}${RESET}` : plain;
}

/** Whether to use colours: as set, else where the output is a terminal and NO_COLOR isn't set (no-color.org). */
export function usesColour(
  setting: boolean | undefined,
  isTerminal: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  return setting ?? (isTerminal && !environment.NO_COLOR && environment.TERM !== 'dumb');
}
