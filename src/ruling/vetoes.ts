import { kindOf } from '#catalogue/rows.js';
import { affirmedClash, type Frame, polarityClash } from '#language/index.js';
import type { Matter } from './matters.js';

/** Why a matter can't be what a clause asks about, whatever its score; null where nothing speaks against it. */
export function vetoOf(frame: Frame, matter: Matter, wording: string): string | null {
  return typeVeto(frame, matter) ?? actVeto(frame, matter) ?? polarityVeto(frame, matter, wording);
}

/** A paper is no task, and a task is no paper. */
function typeVeto(frame: Frame, matter: Matter): string | null {
  if (frame.act === 'paper' && (matter.group === 'duty' || matter.group === 'negative')) {
    return '问的是开证明，这是一项工作';
  }
  if (frame.act === 'task' && matter.group === 'certificate') return '问的是工作，这是一种证明';
  if (matter.group === 'demand' && frame.act === 'paper') return '问的是证明，这是居民的诉求';
  if (frame.act === 'power' && !saysPower(matter)) return '问的是有没有权，这一条说的不是权力';
  return speaksOfOthers(frame, matter);
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

function polarityVeto(frame: Frame, matter: Matter, wording: string): string | null {
  if (matter.group !== 'certificate') return null;
  // Elsewhere in a clause people say 没有 of all sorts of things.
  const said = polarityClash(frame.stretch, wording) ?? affirmedClash(frame.stretch, matter.subject);
  return said === null ? null : `有无「${said}」不同`;
}
