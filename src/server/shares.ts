/** What one request holds of something that all share. */
export interface Holding {
  /** Takes more; false where there is none left for this one, which is to give up. */
  add(amount: number): boolean;
  /** Nothing more comes: what is held stays held and isn't taken away any more. */
  complete(): void;
  /** Gives everything back. */
  release(): void;
}

export interface SharesOptions {
  most: number;
  mostOfOne: number;
}

interface Held {
  owner: string;
  amount: number;
  growing: boolean;
  cut(): void;
}

/**
 * Something limited, shared by whoever asks. When it runs out, the one who holds most of it gives way, not the one who
 * comes: the newest of its requests that still grow is cut.
 */
export function createShares({ most, mostOfOne }: SharesOptions) {
  const held = new Set<Held>();
  const owners = new Map<string, number>();
  let total = 0;

  const count = (holding: Held, amount: number) => {
    holding.amount += amount;
    total += amount;
    const own = (owners.get(holding.owner) ?? 0) + amount;
    if (own > 0) owners.set(holding.owner, own);
    else owners.delete(holding.owner);
  };
  const end = (holding: Held) => {
    if (held.delete(holding)) count(holding, -holding.amount);
  };

  /** Whether another has given way. */
  function makeRoom(amount: number, owner: string): boolean {
    const mine = (owners.get(owner) ?? 0) + amount;
    const larger = [...held].filter(
      (other) => other.growing && other.owner !== owner && (owners.get(other.owner) ?? 0) > mine,
    );
    larger.sort((a, b) => (owners.get(a.owner) ?? 0) - (owners.get(b.owner) ?? 0));
    const largest = larger.at(-1);
    if (largest === undefined) return false;
    end(largest);
    largest.cut();
    return total + amount <= most || makeRoom(amount, owner);
  }

  return {
    /** @param owner who is to share fairly with the others @param cut ends the request that holds */
    open(owner: string, cut: () => void): Holding {
      const holding: Held = { owner, amount: 0, growing: true, cut };
      held.add(holding);
      return {
        add(amount) {
          if (!held.has(holding) || (owners.get(owner) ?? 0) + amount > mostOfOne) return false;
          if (total + amount > most && !makeRoom(amount, owner)) return false;
          count(holding, amount);
          return true;
        },
        complete() {
          holding.growing = false;
        },
        release: () => end(holding),
      };
    },
    get total() {
      return total;
    },
  };
}
export type Shares = ReturnType<typeof createShares>;
