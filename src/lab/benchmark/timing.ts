/** Times in milliseconds, sorted, with their percentiles. */
export class Timings {
  readonly #sorted: Float64Array;

  constructor(times: readonly number[]) {
    this.#sorted = Float64Array.from(times).sort();
  }

  /** Nearest-rank percentile, `share` in 0…1. */
  at(share: number): number {
    const rank = Math.max(1, Math.ceil(share * this.#sorted.length));
    return this.#sorted[rank - 1] ?? 0;
  }
}

/** Milliseconds that each call took, one call per input, after calling it for `warmUp` inputs. */
export function timeEach<Input>(
  inputs: readonly Input[],
  warmUp: number,
  call: (input: Input) => void,
): Timings {
  for (const input of inputs.slice(0, warmUp)) call(input);
  return new Timings(
    inputs.map((input) => {
      const start = performance.now();
      call(input);
      return performance.now() - start;
    }),
  );
}
