import type { Capacity } from '../clauses/frame.js';
import type { Doc } from '../doc.js';
import type { Span } from '../span.js';
import { visible } from '../visible.js';
import { within } from '../within.js';
import type { Words } from '../words.js';
import { bansAskingUs } from './bans.js';
import { cleaned } from './cleaned.js';
import { createDemandFinder } from './demands.js';
import { TASK_SORTS, type TaskSort } from './labels.js';
import { sharesOf } from './model/linear.js';
import type { NoticeModel } from './model/model.js';
import type { Assignment } from './reading.js';
import type { SeenUnit } from './seen-units.js';
import { sortFeatures } from './sort-features.js';
import type { Tagged } from './tagging.js';

/** Makes assignments of stretches that hold a task. */
export interface Assigning {
  of(doc: Doc, tagged: Pick<Tagged, 'units' | 'cut'>, task: Span): Assignment;
  /** Whether the unit that a stretch stands in forbids that it be asked of the committee. */
  isBan(doc: Doc, units: readonly SeenUnit[], task: Span): boolean;
}

export interface AssigningParts {
  model: Pick<NoticeModel, 'classes' | 'sorts'>;
  words: Words;
}

/** Characters of a matter that are left when what leads to it is taken away. */
const SHORTEST_MATTER = 4;
/** 作为责任主体, 由社区负责: wherever it stands, the committee answers for the matter. */
const ANSWERABLE = /责任主体|责任单位|牵头|负责|负总责|承担/u;

export function createAssigning({ model, words }: AssigningParts): Assigning {
  const demands = createDemandFinder(words);

  /** Characters at the start of a phrase that say in which part the committee acts, and nothing of the matter. */
  function leadOf(phrase: string): number {
    let at = 0;
    for (;;) {
      const lead =
        words.assisting.at(phrase, at) ?? words.modals.at(phrase, at) ?? words.lightVerbs.at(phrase, at);
      if (lead === undefined || phrase.length - at - lead.length < SHORTEST_MATTER) return at;
      at += lead.length;
    }
  }

  /** @param behind what its unit says after it: 占道经营整治由社区负责 */
  function capacityOf(front: string, phrase: string, behind: string): Capacity {
    const said = `${front}${phrase.slice(0, leadOf(phrase))}`;
    if (words.assisting.find(said) !== undefined) return 'assist';
    return ANSWERABLE.test(`${front}${phrase}${behind}`) ? 'responsible' : 'unsaid';
  }

  return {
    of(doc, { units, cut }, task) {
      const unit = units[within(units)(task.start)];
      const whole = doc.plain.slice(task.start, task.end);
      // A phrase that is one bracket from end to end is read all the same.
      const phrase = visible(doc.plain, doc.hidden, task).text || whole;
      const shares = sharesOf(model.sorts, sortFeatures(doc, task, unit, { cut, classes: model.classes }));
      const demand = demands.of(phrase);
      const front = unit === undefined ? '' : doc.plain.slice(unit.start, task.start);
      const behind = unit === undefined ? '' : doc.plain.slice(task.end, Math.max(task.end, unit.end));
      return {
        start: task.start,
        end: task.end,
        matter: cleaned(phrase.slice(leadOf(phrase))),
        capacity: capacityOf(front, phrase, behind),
        demand: demand?.kind ?? null,
        special: demand?.special ?? null,
        shares: Object.fromEntries(TASK_SORTS.map((sort, i) => [sort, shares[i]])) as Record<
          TaskSort,
          number
        >,
      };
    },
    isBan({ plain }, units, { start, end }) {
      const unit = units[within(units)(start)];
      return unit !== undefined && bansAskingUs(plain.slice(unit.start, Math.max(unit.end, end)), words);
    },
  };
}
