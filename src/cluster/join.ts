import { ERROR_CODES, type ErrorCode, QingdanError } from '#errors.js';
import type { Fault, Heard, Said } from './messages.js';
import type { Siblings } from './siblings.js';

/** The line of a process to the one that started it. */
export interface Line {
  send(said: Said): void;
  /** Calls back for what comes. */
  receive(listener: (heard: Heard) => void): void;
}

/** What a process waits for. */
interface Waiting {
  resolve(values: readonly unknown[]): void;
  reject(error: unknown): void;
}

/** The others, over a line to the middle. */
export function joinSiblings(line: Line, place: number, count: number): Siblings {
  const listeners = new Map<string, ((data: unknown) => void)[]>();
  const handlers = new Map<string, (data: unknown) => unknown>();
  const waiting = new Map<number, Waiting>();
  /** By name, in the order of asking. */
  const wanted = new Map<string, (() => void)[]>();
  let last = 0;

  const expect = (said: (id: number) => Said) =>
    new Promise<readonly unknown[]>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      line.send(said(id));
    });
  const settle = (id: number, how: (one: Waiting) => void) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (one !== undefined) how(one);
  };
  const reply = async (id: number, topic: string, data: unknown) => {
    try {
      line.send({ type: 'answer', id, value: await handlers.get(topic)?.(data) });
    } catch (error) {
      line.send({ type: 'refuse', id, fault: faultOf(error) });
    }
  };

  const begin = (name: string) => {
    const [first, ...others] = wanted.get(name) ?? [];
    if (others.length === 0) wanted.delete(name);
    else wanted.set(name, others);
    first?.();
  };

  line.receive((heard) => {
    if (heard.type === 'told') {
      for (const listener of listeners.get(heard.topic) ?? []) listener(heard.data);
      line.send({ type: 'heard', id: heard.id });
    } else if (heard.type === 'taken') settle(heard.id, ({ resolve }) => resolve([]));
    else if (heard.type === 'asked') void reply(heard.id, heard.topic, heard.data);
    else if (heard.type === 'answered') settle(heard.id, ({ resolve }) => resolve(heard.values));
    else if (heard.type === 'refused') settle(heard.id, ({ reject }) => reject(errorOf(heard.fault)));
    else if (heard.type === 'granted') begin(heard.name);
  });

  return {
    place,
    count,
    tell: async (topic, data) => void (await expect((id) => ({ type: 'tell', id, topic, data }))),
    hear: (topic, listener) => void listeners.set(topic, [...(listeners.get(topic) ?? []), listener]),
    ask: (whom, topic, data) => expect((id) => ({ type: 'ask', id, whom, topic, data })),
    answer: (topic, handler) => void handlers.set(topic, handler),
    async exclusive(name, work) {
      await new Promise<void>((resolve) => {
        wanted.set(name, [...(wanted.get(name) ?? []), resolve]);
        line.send({ type: 'acquire', name });
      });
      try {
        return await work();
      } finally {
        line.send({ type: 'release', name });
      }
    },
  };
}

const faultOf = (error: unknown): Fault => ({
  code: error instanceof QingdanError ? error.code : null,
  message: error instanceof Error ? error.message : String(error),
});

const errorOf = ({ code, message }: Fault): Error =>
  code !== null && code in ERROR_CODES ? new QingdanError(code as ErrorCode, message) : new Error(message);
