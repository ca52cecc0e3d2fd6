import { kindOf } from '#catalogue/rows.js';
import { affirmedClash, type Frame, polarityClash } from '#language/index.js';
import type { Matter } from './matters.js';

/** What speaks against a matter's being what a clause asks about. */
export interface Objection {
  reason: string;
  /** Rules it out whatever its score, or is weighed with everything else: another sort of thing, 有 for 无. */
  as: 'veto' | Against;
}
export type Against = 'sort' | 'polarity';

/** The gravest objection to a matter; null where there is none. */
export function objectionTo(frame: Frame, matter: Matter, wording: string): Objection | null {
  const veto =
    noPaper(frame, matter) ??
    powerVeto(frame, matter) ??
    speaksOfOthers(frame, matter) ??
    actVeto(frame, matter) ??
    affirmed(frame, matter);
  if (veto !== null) return { reason: veto, as: 'veto' };
  const sort = otherSort(frame, matter);
  if (sort !== null) return { reason: sort, as: 'sort' };
  const polarity = otherPolarity(frame, matter, wording);
  return polarity === null ? null : { reason: polarity, as: 'polarity' };
}

/** A paper is no task, and a task is no paper; but people call one thing by words of the other. */
function otherSort(frame: Frame, matter: Matter): string | null {
  if (frame.act === 'paper' && (matter.group === 'duty' || matter.group === 'negative')) {
    return '问的是开证明，这是一项工作';
  }
  if (matter.group === 'demand' && frame.act === 'paper') return '问的是证明，这是居民的诉求';
  return null;
}

const noPaper = ({ act }: Frame, { group }: Matter) =>
  act === 'task' && group === 'certificate' ? '问的是工作，这是一种证明' : null;

function powerVeto(frame: Frame, matter: Matter): string | null {
  return frame.act === 'power' && !saysPower(matter) ? '问的是有没有权，这一条说的不是权力' : null;
}

/** What may be done to people is for the rules on power and the bans to say; a duty gives no power. */
const saysPower = ({ power, group }: Matter) => power || group === 'negative';

/**
 * A row about somebody else (公安派出所) is only meant when the question names that body and not the committee; its route
 * reaches the asker through the committee's own row.
 */
function speaksOfOthers(frame: Frame, matter: Matter): string | null {
  const [row] = matter.rows;
  // What some provision speaks of as well isn't only somebody else's.
  if (row?.type !== 'item' || matter.rows.some(({ type }) => type !== 'item')) return null;
  if (matter.group !== 'fact') return null;
  const { about = row.list.name, items } = row.list;
  if (!items.some((item) => item.subject.endsWith('证明'))) return null;
  const named = frame.tokens.some(({ is, text }) => is === 'requester' && about.includes(text));
  return named && !frame.cues.has('committee') ? null : `说的是${about}`;
}

/** Being made the responsible party is barred; helping and telling people is not the same thing. */
function actVeto(frame: Frame, matter: Matter): string | null {
  if (matter.group === 'negative' && frame.capacity === 'assist' && barsOnlyResponsibility(matter)) {
    return '问的是协助或宣传，负面清单说的是当责任主体';
  }
  return null;
}

export function barsOnlyResponsibility(matter: Matter): boolean {
  return matter.rows.every(
    (row) => row.type === 'item' && kindOf(row) === 'negative' && row.item.capacity === 'responsible',
  );
}

/** What denies something is not what affirms it: 有犯罪记录 is not 无犯罪记录. */
function affirmed({ stretch }: Frame, { group, subject }: Matter): string | null {
  const said = group === 'certificate' ? affirmedClash(stretch, subject) : null;
  return said === null ? null : `有无「${said}」不同`;
}

/** The other way round it is weighed only: people say 没有 of all sorts of things (没有继承人 for 遗产继承权). */
function otherPolarity({ stretch }: Frame, { group }: Matter, wording: string): string | null {
  const said = group === 'certificate' ? polarityClash(stretch, wording) : null;
  return said === null ? null : `有无「${said}」不同`;
}
