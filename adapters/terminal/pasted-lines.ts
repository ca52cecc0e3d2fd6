/** Milliseconds between the lines of a paste, which come at once; nobody types a line that fast. */
const AT_ONCE = 30;

/** Puts lines together that were pasted at once, so that a whole notice is one message. */
export interface PastedLines {
  add(line: string): void;
  /** Takes what is left, now. */
  end(): void;
}

/**
 * @param unfinished what stands on the line that isn't ended yet: the last line of a paste, until it is sent
 * @param take gets each message, its lines joined by \n
 */
export function pastedLines(unfinished: () => string, take: (text: string) => void): PastedLines {
  let lines: string[] = [];
  let timer: NodeJS.Timeout | null = null;
  const end = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (lines.length === 0) return;
    const text = lines.join('\n');
    lines = [];
    take(text);
  };
  return {
    add(line) {
      lines.push(line);
      timer ??= setTimeout(() => {
        timer = null;
        // A paste ends where its last line is sent.
        if (lines.length === 1 || unfinished() === '') end();
      }, AT_ONCE);
    },
    end,
  };
}
