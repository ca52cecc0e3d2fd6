/** Lets whatever else is ready have its turn of the loop. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Does work step by step, with a turn of the loop between, so that whoever else waits for it is served. */
export async function inTurns<T>(steps: Generator<unknown, T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await turn();
  }
}
