import { maskPersonalData } from './masking.js';

declare const MASKED: unique symbol;
/** A value as JSON in whose strings personal numbers and addresses have been masked. */
export type MaskedJson = string & { readonly [MASKED]: true };

/** A value of JSON with personal numbers and addresses masked in every string, keys included. */
export function masked<T>(value: T): T {
  // A notice's result repeats its keys and citations with every task: each is masked once.
  const known = new Map<string, string>();
  const textOf = (text: string): string => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const { text: after } = maskPersonalData(text);
    known.set(text, after);
    return after;
  };
  const innerOf = (inner: unknown): unknown => {
    if (typeof inner === 'string') return textOf(inner);
    if (typeof inner !== 'object' || inner === null) return inner;
    if (Array.isArray(inner)) return inner.map(innerOf);
    return Object.fromEntries(Object.entries(inner).map(([key, value]) => [textOf(key), innerOf(value)]));
  };
  return innerOf(value) as T;
}

/** The same as text, for whoever masks in another thread than the one that keeps it. */
export const maskedJson = (value: unknown): MaskedJson => JSON.stringify(masked(value)) as MaskedJson;
