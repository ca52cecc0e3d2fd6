/** Which events have been taken on, so that a channel that delivers one again gets no second answer. */
export interface ProcessedEvents {
  /** Claims an event before any work is done: true for the first call with this id, false for every later one. */
  claim(id: string): Promise<boolean>;
  /** The work is done and its reply may go out. A claim that never gets here may be claimed again after a while. */
  settle(id: string): Promise<void>;
  /** Nothing was kept: the event may be claimed again at once. */
  release(id: string): Promise<void>;
}

export interface MemoryEventsOptions {
  /** Milliseconds since 1970. */
  clock: () => number;
  /** Milliseconds an id is kept. Default: 15 minutes; Slack, the slowest, redelivers for about six. */
  kept?: number;
  /** Ids kept; beyond it the oldest is dropped. Default: 50,000, about 6 MB. */
  most?: number;
}

/** Event ids in memory. */
export function memoryEvents(options: MemoryEventsOptions): ProcessedEvents {
  const { clock, kept = 15 * 60_000, most = 50_000 } = options;
  const claimed = new Map<string, number>();
  return {
    async claim(id) {
      const now = clock();
      const before = claimed.get(id);
      if (before !== undefined && now - before < kept) return false;
      claimed.delete(id);
      for (const [old, at] of claimed) {
        if (now - at < kept && claimed.size < most) break;
        claimed.delete(old);
      }
      claimed.set(id, now);
      return true;
    },
    // What is in memory ends with the program, and its claims with it.
    async settle() {},
    async release(id) {
      claimed.delete(id);
    },
  };
}
