import type { Entry } from '#registers/entry.js';
import type { Values } from '#registers/field.js';
import type { KindId } from '#registers/kind.js';

/** An entry as it would be read from a store. */
export function entry(kind: KindId, values: Values, different: Partial<Entry> = {}): Entry {
  return {
    id: `${kind}-500108001001-2026-1`,
    kind,
    region: '500108001001',
    place: '',
    number: '登记〔2026〕0001号',
    day: '2026-03-01',
    state: 'recorded',
    decided: null,
    ended: null,
    values,
    ...different,
  };
}

/** A form that a body asks for. */
export const form = (name: string, demander: string, fields: readonly string[], frequency = '每月') =>
  entry(
    'forms',
    { day: '2026-03-01', name, demander, frequency, fields },
    { id: `forms-${name}-${demander}` },
  );
