import { addressOf } from './address.js';
import { createShares } from './shares.js';

/** Streams of events open at once, over all conversations; each holds a connection. */
const MOST = 1_000;
/** The same from one address: an office of a hundred people behind one. */
const MOST_OF_ONE = 100;

/** Room for streams, shared fairly: when all are taken, the newest of whoever holds most is ended for who comes. */
export function createStreamRoom(most = MOST, mostOfOne = MOST_OF_ONE) {
  const shares = createShares({ most, mostOfOne });
  return {
    /** Takes a place for a stream from this address; null where there is none. @param end ends the stream */
    enter(ip: string, end: () => void): { leave(): void } | null {
      const holding = shares.open(addressOf(ip), end);
      if (holding.add(1)) return { leave: () => holding.release() };
      holding.release();
      return null;
    },
  };
}
