import { type Entry, textOf } from './entry.js';
import { TIMES_A_YEAR } from './kinds/forms.js';

/** One datum that forms ask for. */
export interface AskedField {
  readonly name: string;
  readonly askedBy: readonly {
    readonly demander: string;
    readonly form: string;
    readonly frequency: string;
  }[];
  /** Different bodies that ask for it. */
  readonly demanders: number;
  /** Times a year that it is asked for in all; forms of no fixed frequency aren't counted. */
  readonly timesAYear: number;
  /** Who has it, from the register of fields; null where that isn't known. */
  readonly holder: { readonly unit: string; readonly system: string; readonly shared: boolean | null } | null;
}

/**
 * What the forms that are on the register ask for, datum by datum, what most bodies ask for first: 一次采集、多方共享.
 * @param forms entries of `forms`
 * @param fields entries of `fields`
 * @param names groups of names of one datum
 */
export function askedFields(
  forms: readonly Entry[],
  fields: readonly Entry[],
  names: readonly (readonly string[])[],
): AskedField[] {
  const nameOf = fieldNamer(fields, names);
  const holders = new Map<string, AskedField['holder']>();
  for (const entry of fields) {
    if (entry.state === 'ended') continue;
    const { shared } = entry.values;
    holders.set(nameOf(textOf(entry, 'name')), {
      unit: textOf(entry, 'holder'),
      system: textOf(entry, 'system'),
      shared: typeof shared === 'boolean' ? shared : null,
    });
  }
  const asked = new Map<string, { demander: string; form: string; frequency: string }[]>();
  for (const entry of forms) {
    const list = entry.values.fields;
    if (entry.state === 'ended' || entry.state === 'refused' || typeof list !== 'object') continue;
    const by = {
      demander: textOf(entry, 'demander'),
      form: textOf(entry, 'name'),
      frequency: textOf(entry, 'frequency'),
    };
    for (const name of new Set(list.map(nameOf))) {
      const askers = asked.get(name);
      if (askers === undefined) asked.set(name, [by]);
      else askers.push(by);
    }
  }
  return [...asked]
    .map(([name, askedBy]) => ({
      name,
      askedBy,
      demanders: new Set(askedBy.map(({ demander }) => demander)).size,
      timesAYear: askedBy.reduce((sum, { frequency }) => sum + (TIMES_A_YEAR[frequency] ?? 0), 0),
      holder: holders.get(name) ?? null,
    }))
    .sort((a, b) => b.demanders - a.demanders || b.timesAYear - a.timesAYear || (a.name < b.name ? -1 : 1));
}

/** Those that more than one body asks for. */
export const askedBySeveral = (asked: readonly AskedField[]): AskedField[] =>
  asked.filter(({ demanders }) => demanders > 1);

/** The name under which a datum is shown, for every way of writing it. */
export function fieldNamer(
  fields: readonly Entry[],
  names: readonly (readonly string[])[],
): (name: string) => string {
  const shown = new Map<string, string>();
  for (const [first, ...others] of names) {
    for (const name of [first, ...others])
      if (name !== undefined && first !== undefined) shown.set(folded(name), first);
  }
  for (const entry of fields) {
    const { same } = entry.values;
    const all = [textOf(entry, 'name'), ...(typeof same === 'object' ? same : [])];
    const known = all.map((name) => shown.get(folded(name))).find((name) => name !== undefined);
    for (const name of all) shown.set(folded(name), known ?? textOf(entry, 'name'));
  }
  return (name) => shown.get(folded(name)) ?? name.trim();
}

/** One form for ways of writing a field's name: without spaces, brackets and what stands in them. */
function folded(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\([^()]*\)/gu, '')
    .replace(/[\s:：*]+/gu, '')
    .toLowerCase();
}

/** Times and hours a year that a form costs one community; null where its frequency isn't fixed. */
export function yearlyLoad(entry: Entry): { times: number; hours: number | null } | null {
  const times = TIMES_A_YEAR[textOf(entry, 'frequency')] ?? null;
  if (times === null) return null;
  const { hours } = entry.values;
  return { times, hours: typeof hours === 'number' ? hours * times : null };
}
