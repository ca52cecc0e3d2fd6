import { createExchanges } from './exchanges.js';
import { createLocks } from './locks.js';
import type { Fault, Heard, Said } from './messages.js';

/** A process, as the one in the middle reaches it. */
export interface Member {
  readonly place: number;
  send(message: Heard): void;
}

/** The middle through which the processes of a service talk. */
export interface Hub {
  join(member: Member): void;
  /** Whatever waits for it waits no longer. */
  leave(member: Member): void;
  take(member: Member, said: Said): void;
}

/** Milliseconds that whoever tells waits for the others to have it. */
const TOLD_WITHIN = 1_000;
/** Milliseconds that whoever asks the others waits for them. */
const ANSWERED_WITHIN = 2_000;

const RESTARTING: Fault = { code: 'QD-BUSY', message: '服务正在重新启动，请稍后再试' };

export function createHub(): Hub {
  const members = new Set<Member>();
  const exchanges = createExchanges<Member>();
  const locks = createLocks<Member>((name, member) => member.send({ type: 'granted', name }));
  const others = (member: Member) => [...members].filter((other) => other !== member);

  const tell = (member: Member, { id, topic, data }: Extract<Said, { type: 'tell' }>) =>
    exchanges.begin(
      others(member),
      TOLD_WITHIN,
      (other, own) => other.send({ type: 'told', id: own, topic, data }),
      () => member.send({ type: 'taken', id }),
    );

  const ask = (member: Member, { id, whom, topic, data }: Extract<Said, { type: 'ask' }>) => {
    const first = [...members].filter(({ place }) => place === 0);
    if (whom === 'first' && first.length === 0)
      return member.send({ type: 'refused', id, fault: RESTARTING });
    exchanges.begin(
      whom === 'first' ? first : others(member),
      whom === 'first' ? null : ANSWERED_WITHIN,
      (other, own) => other.send({ type: 'asked', id: own, topic, data }),
      ({ values, fault }) => {
        if (whom === 'first' && fault !== null) member.send({ type: 'refused', id, fault });
        else member.send({ type: 'answered', id, values });
      },
    );
  };

  return {
    join: (member) => void members.add(member),
    leave(member) {
      members.delete(member);
      locks.drop(member);
      exchanges.leave(member, RESTARTING);
    },
    take(member, said) {
      if (said.type === 'tell') tell(member, said);
      else if (said.type === 'ask') ask(member, said);
      else if (said.type === 'heard') exchanges.answer(member, said.id, null);
      else if (said.type === 'answer') exchanges.answer(member, said.id, said.value);
      else if (said.type === 'refuse') exchanges.refuse(member, said.id, said.fault);
      else if (said.type === 'acquire') locks.acquire(said.name, member);
      else if (said.type === 'release') locks.release(said.name, member);
    },
  };
}
