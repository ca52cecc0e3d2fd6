import { createHub, type Hub, type Member } from '#cluster/hub.js';
import type { Siblings } from '#cluster/index.js';
import { joinSiblings } from '#cluster/join.js';
import type { Heard } from '#cluster/messages.js';

/** Processes of a service without processes: each with its place, and how to end it. */
export interface Connected {
  siblings: Siblings;
  end(): void;
}

/** Several at one hub, whose messages take a turn of the loop each way, as copies. */
export function connected(count: number, hub: Hub = createHub()): Connected[] {
  return Array.from({ length: count }, (_, place) => joined(hub, place, count));
}

export function joined(hub: Hub, place: number, count: number): Connected {
  let alive = true;
  let listener: (heard: Heard) => void = () => undefined;
  const later = <T>(message: T, deliver: (message: T) => void) => {
    const copy = structuredClone(message);
    setImmediate(() => {
      if (alive) deliver(copy);
    });
  };
  const member: Member = { place, send: (heard) => later(heard, (copy) => listener(copy)) };
  const siblings = joinSiblings(
    {
      send: (said) => later(said, (copy) => hub.take(member, copy)),
      receive: (listens) => {
        listener = listens;
      },
    },
    place,
    count,
  );
  hub.join(member);
  return {
    siblings,
    end() {
      alive = false;
      hub.leave(member);
    },
  };
}
