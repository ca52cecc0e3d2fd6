/** The processes of one service behind one port, as each of them sees the others. */
export interface Siblings {
  /** From 0; the first does what is to be done once: jobs, purging, channels that call out. */
  readonly place: number;
  /** How many there are when all run. */
  readonly count: number;
  /** Tells the others; resolves once they have it, or when one of them doesn't say so within a second. */
  tell(topic: string, data: unknown): Promise<void>;
  /** Calls back for what the others tell. */
  hear(topic: string, listener: (data: unknown) => void): void;
  /**
   * Asks the first process, which may be this one, or all others. Of the others those count that answer within two
   * seconds. @throws QingdanError QD-BUSY where the first is just being started anew, and what it threw
   */
  ask(whom: 'first' | 'others', topic: string, data: unknown): Promise<readonly unknown[]>;
  /** Answers what is asked on a topic. */
  answer(topic: string, handler: (data: unknown) => unknown): void;
  /** Runs work while no other process runs work of this name. */
  exclusive<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** A service of one process. */
export function alone(): Siblings {
  const handlers = new Map<string, (data: unknown) => unknown>();
  return {
    place: 0,
    count: 1,
    tell: async () => undefined,
    hear: () => undefined,
    ask: async (whom, topic, data) => (whom === 'others' ? [] : [await handlers.get(topic)?.(data)]),
    answer: (topic, handler) => void handlers.set(topic, handler),
    exclusive: (_name, work) => work(),
  };
}
