import { maskPersonalData } from '../text/masking.js';

/** A value of JSON with personal numbers and addresses masked in every string, keys included. */
export function masked<T>(value: T): T {
  return maskedValue(value) as T;
}

function maskedValue(value: unknown): unknown {
  if (typeof value === 'string') return maskPersonalData(value).text;
  if (Array.isArray(value)) return value.map(maskedValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [maskPersonalData(key).text, maskedValue(inner)]),
  );
}
