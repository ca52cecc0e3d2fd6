/** A list of 32-bit integers that grows by doubling. */
export class IntList {
  #items = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#items.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.#length++] = value;
  }

  /** The integers in an array of exactly their number. */
  toArray(): Int32Array {
    return this.#items.slice(0, this.#length);
  }
}
