/** Milliseconds for a write of a few bytes; a store that takes longer keeps people waiting. */
const PATIENCE = 2_000;
/** Milliseconds that an outcome counts, however often it is asked for. */
const COUNTS = 1_000;

/**
 * Whether a store takes writes now, tried by one. Never rejects, and never waits for longer than two seconds.
 * @param write resolves when it is durable @param clock milliseconds since 1970
 */
export function createProbe(
  write: () => Promise<void>,
  clock: () => number,
  patience = PATIENCE,
): () => Promise<boolean> {
  let latest: { at: number; outcome: Promise<boolean> } | null = null;
  return () => {
    if (latest === null || clock() - latest.at >= COUNTS) latest = { at: clock(), outcome: tried() };
    return latest.outcome;
  };

  function tried(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), patience);
    });
    const done = write().then(
      () => true,
      () => false,
    );
    return Promise.race([done, late]).finally(() => clearTimeout(timer));
  }
}
