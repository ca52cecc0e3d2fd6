import type { EntryState } from './entry.js';

/** How many entries of a register share what they are about, who asks, what came of it and their state. */
export interface Tally {
  readonly what: string;
  readonly who: string;
  readonly outcome: string;
  readonly state: EntryState;
  readonly count: number;
}

/** Entries counted by one thing, with each outcome. */
export interface TallyLine {
  readonly name: string;
  readonly count: number;
  readonly outcomes: ReadonlyMap<string, number>;
}

/** What a year of a register comes to. */
export interface RegisterSummary {
  readonly total: number;
  readonly outcomes: ReadonlyMap<string, number>;
  readonly states: ReadonlyMap<EntryState, number>;
  /** By what it is about, most first. */
  readonly byWhat: readonly TallyLine[];
  /** By who asks, most first; empty where nobody does. */
  readonly byWho: readonly TallyLine[];
  /** What and who together, most first. */
  readonly byBoth: readonly (TallyLine & { readonly who: string })[];
}

/** Adds up tallies; what was taken off the register doesn't count. */
export function summaryOf(tallies: readonly Tally[]): RegisterSummary {
  const on = tallies.filter(({ state }) => state !== 'ended');
  const states = new Map<EntryState, number>();
  for (const { state, count } of on) states.set(state, (states.get(state) ?? 0) + count);
  const both = linesBy(on, ({ what, who }) => `${what}\n${who}`);
  return {
    total: on.reduce((sum, { count }) => sum + count, 0),
    outcomes: outcomesOf(on),
    states,
    byWhat: linesBy(on, ({ what }) => what),
    byWho: linesBy(
      on.filter(({ who }) => who !== ''),
      ({ who }) => who,
    ),
    byBoth: both.map((line) => {
      const [name = '', who = ''] = line.name.split('\n');
      return { ...line, name, who };
    }),
  };
}

function linesBy(tallies: readonly Tally[], by: (tally: Tally) => string): TallyLine[] {
  const groups = new Map<string, Tally[]>();
  for (const tally of tallies) {
    const group = groups.get(by(tally));
    if (group === undefined) groups.set(by(tally), [tally]);
    else group.push(tally);
  }
  return [...groups]
    .map(([name, group]) => ({
      name,
      count: group.reduce((sum, { count }) => sum + count, 0),
      outcomes: outcomesOf(group),
    }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function outcomesOf(tallies: readonly Tally[]): Map<string, number> {
  const outcomes = new Map<string, number>();
  for (const { outcome, count } of tallies) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + count);
  return outcomes;
}
