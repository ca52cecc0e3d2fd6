import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible } from '#language/index.js';
import { type Annotator, createReader } from '../../src/language/annotator.js';

const annotator = (
  name: string,
  requires: Annotator['requires'],
  assigns: Annotator['assigns'],
): Annotator => ({
  name,
  requires,
  assigns,
  annotate: () => ({}),
});

describe('a reader', () => {
  it('is refused where an annotator requires a layer that none before it gives', () => {
    const late = [annotator('tokens', ['plain'], ['tokens']), annotator('plain', [], ['plain'])];
    expect(() => createReader(late)).toThrow('tokens requires plain');
    expect(() => createReader(late.toReversed())).not.toThrow();
  });
});

describe('a text without its hidden stretches', () => {
  const stretches = fc.array(fc.tuple(fc.nat(40), fc.nat(10)), { maxLength: 6 });

  it('leads every place back to the same character', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), stretches, (text, pairs) => {
        const hidden = pairs
          .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }))
          .filter(({ start, end }) => end > start);
        const shown = visible(text, hidden);
        for (let i = 0; i < shown.text.length; i++) {
          const { start, end } = shown.spanOf({ start: i, end: i + 1 });
          expect(text.slice(start, end)).toBe(shown.text.charAt(i));
          expect(hidden.some((span) => span.start <= start && start < span.end)).toBe(false);
          expect(shown.from(start)).toBe(i);
        }
        const covered = Array.from(text.split(''), (_, i) => hidden.some((s) => s.start <= i && i < s.end));
        expect(shown.text.length).toBe(covered.filter((is) => !is).length);
      }),
    );
  });
});
