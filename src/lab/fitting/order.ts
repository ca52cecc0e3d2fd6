/** Order by code units, the same in every locale. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One of `folds` folds for a key, spread by `seed` (FNV-1a); the same key is always in the same fold. */
export function foldOf(key: string, folds: number, seed: number): number {
  let hash = (2166136261 ^ seed) >>> 0;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 16777619) >>> 0;
  // The low bits of FNV are the weakest, so they are mixed with the high ones.
  return ((hash ^ (hash >>> 15)) >>> 0) % folds;
}
