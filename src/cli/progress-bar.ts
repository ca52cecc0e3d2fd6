/** A file over this many milliseconds gets a bar; a shorter wait needs none. */
const SHOWN_AFTER = 1_000;
const REDRAWN_EVERY = 200;
const WIDTH = 24;

/** A bar on standard error while something takes its time. */
export interface ProgressBar {
  /** What is being done, and how far it is: `done` of `total`, or unknown. */
  update(what: string, done?: number, total?: number): void;
  /** Takes the bar away. */
  end(): void;
}

/** A bar that shows after a second, on a terminal only. `now` gives milliseconds. */
export function createProgressBar(
  out: NodeJS.WriteStream = process.stderr,
  now: () => number = Date.now,
): ProgressBar {
  if (!out.isTTY) return { update: () => undefined, end: () => undefined };
  const started = now();
  let state = { what: '', done: 0, total: 0 };
  let shown = false;
  const draw = (): void => {
    const elapsed = now() - started;
    if (elapsed < SHOWN_AFTER) return;
    shown = true;
    const seconds = Math.floor(elapsed / 1_000);
    const { what, done, total } = state;
    const filled = total > 0 ? Math.round((done / total) * WIDTH) : 0;
    const bar = total > 0 ? `[${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}] ${done}/${total} ` : '';
    out.write(`\r\u001b[K${what} ${bar}${seconds} 秒，按 Ctrl-C 取消`);
  };
  const timer = setInterval(draw, REDRAWN_EVERY);
  timer.unref();
  return {
    update: (what, done = 0, total = 0) => {
      state = { what, done, total };
    },
    end: () => {
      clearInterval(timer);
      if (shown) out.write('\r\u001b[K');
    },
  };
}
