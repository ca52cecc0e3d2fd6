/** A map that forgets: entries older than `lifetime` are gone, and over `most` entries the oldest go first. */
export class Expiring<Value> {
  readonly #entries = new Map<string, { value: Value; until: number }>();
  readonly #clock: () => number;
  readonly #lifetime: number;
  readonly #most: number;

  /** @param lifetime milliseconds @param most entries */
  constructor(clock: () => number, lifetime: number, most: number) {
    this.#clock = clock;
    this.#lifetime = lifetime;
    this.#most = most;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined || entry.until <= this.#clock()) return undefined;
    return entry.value;
  }

  set(key: string, value: Value): void {
    this.delete(key);
    this.#entries.set(key, { value, until: this.#clock() + this.#lifetime });
    this.#forget();
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Every entry lives equally long, so the map's own order is the order of their ends. */
  #forget(): void {
    for (const [key, { until }] of this.#entries) {
      if (until > this.#clock() && this.#entries.size <= this.#most) return;
      this.#entries.delete(key);
    }
  }
}
