import { maskPersonalData } from '#text/masking.js';

/** Characters masked before others get their turn: a few milliseconds. */
const AT_ONCE = 10_000;

/** A value of JSON with personal numbers and addresses masked in every string, keys included. */
export function masked<T>(value: T): T {
  const steps = masking(value);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value as T;
  }
}

/** The same for a value as large as a whole notice's result, which would hold the loop for a second. */
export async function maskedInTurns<T>(value: T): Promise<T> {
  const steps = masking(value);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value as T;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Masks string by string and stops now and then. A result repeats its keys and citations with every task: each is masked once. */
function* masking(whole: unknown): Generator<void, unknown> {
  const known = new Map<string, string>();
  let sinceStop = 0;
  function* textOf(text: string): Generator<void, string> {
    const before = known.get(text);
    if (before !== undefined) return before;
    const { text: after } = maskPersonalData(text);
    known.set(text, after);
    sinceStop += text.length;
    if (sinceStop > AT_ONCE) {
      sinceStop = 0;
      yield;
    }
    return after;
  }
  function* innerOf(value: unknown): Generator<void, unknown> {
    if (typeof value === 'string') return yield* textOf(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      for (const item of value) items.push(yield* innerOf(item));
      return items;
    }
    const entries: [string, unknown][] = [];
    for (const [key, inner] of Object.entries(value)) {
      entries.push([yield* textOf(key), yield* innerOf(inner)]);
    }
    return Object.fromEntries(entries);
  }
  return yield* innerOf(whole);
}
