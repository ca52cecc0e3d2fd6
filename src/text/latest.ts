/**
 * The same result for the same argument, made once and kept as long as it is among the `most` asked for last. Only for
 * functions that depend on nothing else and whose results nobody changes.
 */
export function latest<A extends string, R extends NonNullable<unknown>>(
  most: number,
  make: (argument: A) => R,
): (argument: A) => R {
  // A map keeps the order in which its keys were set: the first is the one that was longest not asked for.
  const known = new Map<A, R>();
  return (argument) => {
    const before = known.get(argument);
    if (before !== undefined) {
      known.delete(argument);
      known.set(argument, before);
      return before;
    }
    const made = make(argument);
    if (known.size >= most) known.delete(known.keys().next().value as A);
    known.set(argument, made);
    return made;
  };
}
