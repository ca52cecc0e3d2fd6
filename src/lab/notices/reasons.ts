import type { UnitReason } from '#language/notices/labels.js';
import type { SeenUnit } from '#language/notices/seen-units.js';
import { within } from '#language/within.js';
import type { Lesson } from './lesson.js';

/** Stretches of notices with why they hold no task: `[start, end, reason]`, by the name of the notice. */
export type KnownReasons = ReadonlyMap<string, readonly (readonly [number, number, UnitReason])[]>;

/** @param lines JSON lines `{"notice": name, "passedOver": [[start, end, reason]…]}` */
export function parseReasons(lines: string): KnownReasons {
  const all = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { notice: string; passedOver: [number, number, UnitReason][] });
  return new Map(all.map(({ notice, passedOver }) => [notice, passedOver]));
}

/** The units of a notice without a task for which a reason is known: the one that covers most of it. */
export function reasonsIn(
  { name, units, holds, doc }: Lesson,
  known: KnownReasons,
): { unit: SeenUnit; reason: UnitReason; isFrame: boolean }[] {
  const inFrame = within(doc.layout?.frame ?? []);
  const stretches = known.get(name) ?? [];
  return units.flatMap((unit, i) => {
    if (holds[i] === 1) return [];
    const shared = ([start, end]: readonly [number, number, UnitReason]) =>
      Math.min(unit.end, end) - Math.max(unit.start, start);
    const best = stretches.reduce<(typeof stretches)[number] | null>(
      (most, one) => (shared(one) > 0 && (most === null || shared(one) > shared(most)) ? one : most),
      null,
    );
    return best === null ? [] : [{ unit, reason: best[2], isFrame: inFrame(unit.start) >= 0 }];
  });
}
