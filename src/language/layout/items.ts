import type { Span } from '../span.js';
import { signsAt } from './bullets.js';
import { paragraphsOf } from './outline.js';

/** The numbers and signs that items of a text begin with, in its order: in front of a line, and signs inside one. */
export function itemMarks(text: string): Span[] {
  const marks: Span[] = [];
  for (const { start, end, body, numbering } of paragraphsOf(text)) {
    if (numbering !== null) marks.push({ start, end: body });
    for (let at = body; at < end; at++) {
      const signs = signsAt(text, at);
      if (signs > 0) marks.push({ start: at, end: at + signs });
      at += signs;
    }
  }
  return marks;
}
