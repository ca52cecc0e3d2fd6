import type { Fault } from './messages.js';

/** What several were told or asked, until each of them has answered. */
export interface Exchange {
  readonly values: readonly unknown[];
  /** Of the last that refused or ended. */
  readonly fault: Fault | null;
}

/** Exchanges under way, by number. */
export interface Exchanges<Member> {
  /**
   * Begins one; its number. `over` is called once: when all have answered, or the time is over.
   * @param within milliseconds; null: as long as it takes
   */
  begin(
    members: readonly Member[],
    within: number | null,
    say: (member: Member, id: number) => void,
    over: (exchange: Exchange) => void,
  ): void;
  /** A member's answer. What nobody waits for any more counts for nothing. */
  answer(member: Member, id: number, value: unknown): void;
  refuse(member: Member, id: number, fault: Fault): void;
  /** A member that has gone refuses everything. */
  leave(member: Member, fault: Fault): void;
}

interface Open<Member> {
  waitsFor: Set<Member>;
  values: unknown[];
  fault: Fault | null;
  end(): void;
}

export function createExchanges<Member>(): Exchanges<Member> {
  const open = new Map<number, Open<Member>>();
  let count = 0;

  const settle = (member: Member, id: number, note: (exchange: Open<Member>) => void) => {
    const exchange = open.get(id);
    if (!exchange?.waitsFor.delete(member)) return;
    note(exchange);
    if (exchange.waitsFor.size === 0) exchange.end();
  };
  const refuse = (member: Member, id: number, fault: Fault) =>
    settle(member, id, (exchange) => {
      exchange.fault = fault;
    });

  return {
    begin(members, within, say, over) {
      const id = ++count;
      const exchange: Open<Member> = {
        waitsFor: new Set(members),
        values: [],
        fault: null,
        end() {
          clearTimeout(timer);
          if (open.delete(id)) over(exchange);
        },
      };
      const timer = within === null ? undefined : setTimeout(() => exchange.end(), within);
      open.set(id, exchange);
      for (const member of members) say(member, id);
      if (members.length === 0) exchange.end();
    },
    answer: (member, id, value) => settle(member, id, ({ values }) => void values.push(value)),
    refuse,
    leave(member, fault) {
      for (const id of [...open.keys()]) refuse(member, id, fault);
    },
  };
}
