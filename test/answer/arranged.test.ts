import { describe, expect, it } from 'vitest';
import { arranged } from '#answer/arranged.js';
import { bodyOf, footOf, type Section } from '#answer/section.js';

const section = (is: Section['is'], length: number): Section => ({ is, text: is.padEnd(length, '一') });
const sorts = (sections: readonly Section[]) => arranged(sections).map(({ is }) => is);

describe('an answer on a phone', () => {
  it('shows what to do before the sources, and what doesn’t fit in six lines behind them', () => {
    const long = [
      section('headline', 30),
      section('summary', 60),
      section('route', 60),
      section('next', 40),
      section('closing', 10),
      section('sources', 100),
    ];
    expect(sorts(long)).toEqual(['headline', 'route', 'sources', 'summary', 'next', 'closing']);
  });

  it('keeps all of a short one together', () => {
    const short = [
      section('headline', 20),
      section('summary', 20),
      section('next', 20),
      section('closing', 9),
    ];
    expect(sorts(short)).toEqual(['headline', 'summary', 'next', 'closing']);
  });

  it('puts what is missing and what holds elsewhere last', () => {
    const all = [
      section('headline', 9),
      section('elsewhere', 9),
      section('gap', 9),
      section('near', 9),
      section('sources', 9),
      section('closing', 9),
    ];
    expect(sorts(all)).toEqual(['headline', 'sources', 'near', 'gap', 'elsewhere', 'closing']);
    expect(bodyOf(arranged(all))).toHaveLength(1);
    expect(footOf(arranged(all))).toHaveLength(3);
  });

  it('shows one part behind the verdict however long it is, and all of a list', () => {
    expect(sorts([section('headline', 40), section('route', 200)])).toEqual(['headline', 'route']);
    const rows = Array.from({ length: 12 }, () => section('row', 30));
    expect(bodyOf(arranged([section('headline', 40), ...rows]))).toHaveLength(13);
  });
});
