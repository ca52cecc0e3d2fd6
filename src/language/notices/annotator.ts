import type { Annotator } from '../annotator.js';
import type { Span } from '../span.js';
import { type Visible, visible } from '../visible.js';
import type { Words } from '../words.js';
import { withContractors } from './addressing.js';
import { readNotice } from './grammar.js';
import type { PassedOver, Reading } from './reading.js';
import type { SeenNotice } from './seen.js';

/** What a notice hands to the committee, by rules on who is told what. */
export function noticeGrammar(words: Words): Annotator {
  return {
    name: 'notice grammar',
    requires: ['plain', 'hidden', 'layout'],
    assigns: ['reading'],
    annotate({ plain, hidden, layout }) {
      if (layout === null) return { reading: { assigned: [], passedOver: [] } };
      const shown = visible(plain, hidden);
      const at = <P extends Span>(place: P): P => ({
        ...place,
        start: shown.from(place.start),
        end: shown.from(place.end),
      });
      const body = layout.body.map((paragraph) => ({ ...at(paragraph), body: shown.from(paragraph.body) }));
      const seen: SeenNotice = {
        text: shown.text,
        body,
        lines: layout.body.map(({ start, end }) => plain.slice(start, end)),
        addressees: layout.addressees,
        assessing: layout.assessing,
        title: layout.title ?? '',
      };
      const read = readNotice(seen, withContractors(shown.text, words));
      return { reading: placed(read, shown, layout.frame) };
    },
  };
}

/** The same in places of the text itself, in its order, with the frame of the notice among what was passed over. */
function placed({ assigned, passedOver }: Reading, shown: Visible, frame: readonly Span[]): Reading {
  const inText = <P extends Span>(part: P): P => ({ ...part, ...shown.spanOf(part) });
  return {
    assigned: assigned.map((one) => ({ ...inText(one), words: one.words.map(inText) })),
    passedOver: [
      ...frame.map(({ start, end }): PassedOver => ({ start, end, reason: 'frame' })),
      ...passedOver.map(inText),
    ].sort((a, b) => a.start - b.start),
  };
}
