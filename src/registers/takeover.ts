import { type Entry, textOf } from './entry.js';
import type { OrganisationFacts } from './facts.js';

/** Whether social organisations can take a task over, and which. */
export interface Takeover {
  /** `organisations`: some on the register do such work; `class`: a class does, none on the register is known to. */
  readonly outcome: 'organisations' | 'class' | 'none';
  readonly classes: readonly {
    readonly fact: OrganisationFacts['classes'][number];
    /** Words of the task that the class does. */
    readonly words: readonly string[];
  }[];
  /** Those whose services the task names first, then those of a class that fits. */
  readonly organisations: readonly { readonly entry: Entry; readonly services: readonly string[] }[];
}

/** Organisations shown at most. */
const MOST = 5;
/** Shortest word of a service that tells anything: 助老. */
const SHORTEST = 2;

/**
 * Holds a task against what the organisations on the register say they do, and against what their classes do by the
 * source. Words only: whether it may be bought is for the buyer to examine.
 */
export function takeoverOf(
  task: string,
  organisations: readonly Entry[],
  { classes }: Pick<OrganisationFacts, 'classes'>,
): Takeover {
  const fitting = classes
    .map((fact) => ({ fact, words: fact.does.filter((word) => task.includes(word)) }))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
  const names = new Set<string>(fitting.map(({ fact }) => fact.name));
  const able = organisations
    .filter(({ state }) => state !== 'ended')
    .map((entry) => ({ entry, services: servicesIn(task, entry) }))
    .filter(({ entry, services }) => services.length > 0 || names.has(textOf(entry, 'class')))
    .sort((a, b) => b.services.length - a.services.length || (a.entry.id < b.entry.id ? -1 : 1))
    .slice(0, MOST);
  const outcome = able.length > 0 ? 'organisations' : fitting.length > 0 ? 'class' : 'none';
  return { outcome, classes: fitting, organisations: able };
}

function servicesIn(task: string, { values: { services } }: Entry): string[] {
  const list = typeof services === 'object' ? services : [];
  return list.filter((service) => service.length >= SHORTEST && task.includes(service));
}
