/** Marks of a field ([MS-DOC] 2.8.25): its instruction, its result, its end. */
const BEGIN = 0x13;
const RESULT = 0x14;
const END = 0x15;
/** Pictures, notes, annotations and other things that are no text. */
const FIRST_PRINTED = 0x20;

/** Text without the instructions of its fields (page numbers, links), which stand among its characters. */
export class FieldText {
  private readonly parts: string[] = [];
  /** Of each open field, whether its result has begun. */
  private readonly open: boolean[] = [];

  /** @param as what is written for the character instead of itself */
  add(code: number, as?: string): void {
    if (code === BEGIN) this.open.push(false);
    else if (code === RESULT && this.open.length > 0) this.open[this.open.length - 1] = true;
    else if (code === END) this.open.pop();
    else if (this.open.every((shown) => shown)) {
      if (as !== undefined) this.parts.push(as);
      else if (code >= FIRST_PRINTED) this.parts.push(String.fromCharCode(code));
    }
  }

  toString(): string {
    return this.parts.join('');
  }
}
