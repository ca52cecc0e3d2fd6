/** Works of one key one after the other, in the order of the calls; those of different keys side by side. */
export class InOrder {
  readonly #last = new Map<string, Promise<void>>();

  /** Resolves or rejects as the work does; a work that fails doesn't keep back the next. */
  run(key: string, work: () => Promise<void>): Promise<void> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(work);
    const ended = mine
      .catch(() => undefined)
      .then(() => {
        if (this.#last.get(key) === ended) this.#last.delete(key);
      });
    this.#last.set(key, ended);
    return mine;
  }

  /** Keys with work under way. */
  get size(): number {
    return this.#last.size;
  }
}
