import type { Place } from '#access/roles.js';
import { type Draft, textOf } from './entry.js';
import type { RegisterKind } from './kind.js';
import { REGISTERS } from './kinds/index.js';

/** Where an entry stands, as rights ask it: a department's are those that it asks for. */
export function placeOf(entry: Draft): Place {
  const kind: RegisterKind = REGISTERS[entry.kind];
  const department = textOf(entry, kind.who);
  return { region: entry.region, ...(department === '' ? {} : { department }) };
}
