import type { Annotator } from '../annotator.js';
import type { Doc } from '../doc.js';
import { within } from '../within.js';
import type { Words } from '../words.js';
import { createAssigning } from './assigning.js';
import { bansAskingUs } from './bans.js';
import { UNIT_REASONS } from './labels.js';
import { bestLabel } from './model/linear.js';
import type { NoticeModel } from './model/model.js';
import type { PassedOver } from './reading.js';
import { reasonFeatures } from './reason-features.js';
import { createTagger, type Tagged } from './tagging.js';

export interface NoticeReaderParts {
  model: NoticeModel;
  words: Words;
  cut: (text: string) => string[];
}

/** What a notice hands to the committee, and why each other unit of it doesn't, by a fitted model. */
export function noticeReader({ model, words, cut }: NoticeReaderParts): Annotator {
  const tag = createTagger({ model, words, cut });
  const assigning = createAssigning({ model, words });

  /** Every unit that no task touches, with the reason. */
  function passedOver(doc: Doc, { units, tasks, cut: own }: Tagged): PassedOver[] {
    const inFrame = within(doc.layout?.frame ?? []);
    const reading = { words, cut: own, classes: model.classes };
    let next = 0;
    return units.flatMap((unit): PassedOver[] => {
      while (next < tasks.length && (tasks[next] as PassedOver).end <= unit.start) next++;
      const task = tasks[next];
      if (task !== undefined && task.start < unit.end) return [];
      const { start, end } = unit;
      if (bansAskingUs(unit.text, words)) return [{ start, end, reason: 'prohibition' }];
      const label = bestLabel(model.reasons, reasonFeatures(unit, inFrame(start) >= 0, reading));
      return [{ start, end, reason: UNIT_REASONS[label] as PassedOver['reason'] }];
    });
  }

  return {
    name: 'notice reader',
    requires: ['plain', 'hidden', 'layout', 'parties'],
    assigns: ['reading'],
    annotate(doc) {
      const tagged = tag(doc);
      const tasks = tagged.tasks.filter((task) => !assigning.isBan(doc, tagged.units, task));
      return {
        reading: {
          assigned: tasks.map((task) => assigning.of(doc, tagged, task)),
          passedOver: passedOver(doc, { ...tagged, tasks }),
        },
      };
    },
  };
}
