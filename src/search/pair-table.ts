/** Numbers of pairs of numbers: a hash table with open addressing, which boxes and allocates nothing at a look-up. */
export class PairTable {
  #lefts = new Int32Array(1024);
  #rights = new Int32Array(1024);
  /** 1 + number of the pair; 0 where the place is free. */
  #numbers = new Int32Array(1024);
  #size = 0;

  /** The number of a pair; -1 for one that isn't there. */
  get(left: number, right: number): number {
    return (this.#numbers[this.#placeOf(left, right)] as number) - 1;
  }

  /** @param number from 0; the pair must not be there yet */
  add(left: number, right: number, number: number): void {
    if (2 * this.#size >= this.#numbers.length) this.#grow();
    this.#put(left, right, number + 1);
    this.#size++;
  }

  /** Its arrays, one behind the other, as `PairTable.of` takes them. */
  arrays(): readonly [lefts: Int32Array, rights: Int32Array, numbers: Int32Array] {
    return [this.#lefts, this.#rights, this.#numbers];
  }

  /** A table of the arrays of another. */
  static of(lefts: Int32Array, rights: Int32Array, numbers: Int32Array): PairTable {
    const table = new PairTable();
    table.#lefts = lefts as Int32Array<ArrayBuffer>;
    table.#rights = rights as Int32Array<ArrayBuffer>;
    table.#numbers = numbers as Int32Array<ArrayBuffer>;
    table.#size = numbers.reduce((count, value) => count + Number(value !== 0), 0);
    return table;
  }

  #put(left: number, right: number, value: number): void {
    const place = this.#placeOf(left, right);
    this.#lefts[place] = left;
    this.#rights[place] = right;
    this.#numbers[place] = value;
  }

  /** Where the pair stands, else the free place where it belongs. */
  #placeOf(left: number, right: number): number {
    const mask = this.#numbers.length - 1;
    let place = hash(left, right) & mask;
    while (this.#numbers[place] !== 0 && !(this.#lefts[place] === left && this.#rights[place] === right))
      place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const [lefts, rights, numbers] = [this.#lefts, this.#rights, this.#numbers];
    this.#lefts = new Int32Array(2 * numbers.length);
    this.#rights = new Int32Array(2 * numbers.length);
    this.#numbers = new Int32Array(2 * numbers.length);
    for (let i = 0; i < numbers.length; i++) {
      const value = numbers[i] as number;
      if (value !== 0) this.#put(lefts[i] as number, rights[i] as number, value);
    }
  }
}

/** Mixes two numbers (the finaliser of MurmurHash3), so that neighbours don't crowd. */
function hash(left: number, right: number): number {
  let mixed = Math.imul(left, 0x9e3779b1) ^ right;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
