import { IntList } from './int-list.js';
import type { EncodedText } from './terms.js';

/** The terms of all indexed texts, end to end; what re-ranking reads. */
export interface TextStore {
  count: number;
  words: Int32Array;
  /** Text i has the words from wordStart[i] up to wordStart[i + 1]. */
  wordStart: Int32Array;
  concepts: Int32Array;
  conceptLengths: Int32Array;
  /** Text i has the concepts from conceptStart[i] up to conceptStart[i + 1]. */
  conceptStart: Int32Array;
  subjects: Int32Array;
  /** Text i has the subjects from subjectStart[i] up to subjectStart[i + 1]. */
  subjectStart: Int32Array;
  chars: Int32Array;
  sounds: Int32Array;
  grams: Int32Array;
  soundGrams: Int32Array;
  /** Text i has the characters from charStart[i] up to charStart[i + 1]. */
  charStart: Int32Array;
}

/** Gathers encoded texts into one store. */
export class TextStoreBuilder {
  readonly #words = new IntList();
  readonly #wordStart = new IntList();
  readonly #concepts = new IntList();
  readonly #conceptLengths = new IntList();
  readonly #conceptStart = new IntList();
  readonly #subjects = new IntList();
  readonly #subjectStart = new IntList();
  readonly #chars = new IntList();
  readonly #sounds = new IntList();
  readonly #grams = new IntList();
  readonly #soundGrams = new IntList();
  readonly #charStart = new IntList();

  add(text: EncodedText): void {
    this.#wordStart.push(this.#words.length);
    this.#conceptStart.push(this.#concepts.length);
    this.#subjectStart.push(this.#subjects.length);
    this.#charStart.push(this.#chars.length);
    for (const word of text.words) this.#words.push(word);
    for (const concept of text.concepts) this.#concepts.push(concept);
    for (const subject of text.subjects) this.#subjects.push(subject);
    for (const length of text.conceptLengths) this.#conceptLengths.push(length);
    for (let i = 0; i < text.chars.length; i++) {
      this.#chars.push(text.chars[i] ?? 0);
      this.#sounds.push(text.sounds[i] ?? 0);
      this.#grams.push(text.grams[i] ?? 0);
      this.#soundGrams.push(text.soundGrams[i] ?? 0);
    }
  }

  build(): TextStore {
    const count = this.#wordStart.length;
    this.#wordStart.push(this.#words.length);
    this.#conceptStart.push(this.#concepts.length);
    this.#subjectStart.push(this.#subjects.length);
    this.#charStart.push(this.#chars.length);
    return {
      count,
      words: this.#words.toArray(),
      wordStart: this.#wordStart.toArray(),
      concepts: this.#concepts.toArray(),
      conceptLengths: this.#conceptLengths.toArray(),
      conceptStart: this.#conceptStart.toArray(),
      subjects: this.#subjects.toArray(),
      subjectStart: this.#subjectStart.toArray(),
      chars: this.#chars.toArray(),
      sounds: this.#sounds.toArray(),
      grams: this.#grams.toArray(),
      soundGrams: this.#soundGrams.toArray(),
      charStart: this.#charStart.toArray(),
    };
  }
}
