/** Names that one holder has at a time, in the order in which they were asked for. */
export interface Locks<Holder> {
  /** Grants it now or when its turn comes. */
  acquire(name: string, holder: Holder): void;
  release(name: string, holder: Holder): void;
  /** A holder that is gone holds nothing and waits for nothing. */
  drop(holder: Holder): void;
  /** Names that are held. */
  readonly size: number;
}

/** @param grant tells a holder that the name is its */
export function createLocks<Holder>(grant: (name: string, holder: Holder) => void): Locks<Holder> {
  /** By name: who has it, then who waits. */
  const lines = new Map<string, Holder[]>();

  /** What is left of a line; who stands first now is told where somebody else stood there. */
  const shorten = (name: string, left: Holder[], moved: boolean) => {
    const [next] = left;
    if (next === undefined) lines.delete(name);
    else lines.set(name, left);
    if (next !== undefined && moved) grant(name, next);
  };

  return {
    acquire(name, holder) {
      const line = lines.get(name) ?? [];
      lines.set(name, [...line, holder]);
      if (line.length === 0) grant(name, holder);
    },
    release(name, holder) {
      const line = lines.get(name);
      if (line?.[0] === holder) shorten(name, line.slice(1), true);
    },
    drop(holder) {
      for (const [name, line] of [...lines]) {
        if (!line.includes(holder)) continue;
        const left = line.filter((other) => other !== holder);
        shorten(name, left, line[0] === holder);
      }
    },
    get size() {
      return lines.size;
    },
  };
}
