import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ENTRY_STATES, type EntryState } from '#registers/entry.js';
import { REGISTERS } from '#registers/kinds/index.js';
import { applyToEntry, type EntryEvent, type EntryEventType, EVENT_FROM } from '#registers/life.js';
import { entry } from './examples.js';

const VALUES = { day: '2026-03-01', name: '燃气表', demander: '区城管局', frequency: '每周' };
const ACT = { day: '2026-04-01', by: '区民政局' };

/** What each event does to a state; what isn't here is refused. Written apart from the model. */
const PLAIN: Record<EntryState, Partial<Record<EntryEventType, EntryState>>> = {
  recorded: { amend: 'recorded', admit: 'admitted', refuse: 'refused', end: 'ended' },
  admitted: { reopen: 'recorded', end: 'ended' },
  refused: { reopen: 'recorded', end: 'ended' },
  ended: {},
};

const event: fc.Arbitrary<EntryEvent> = fc.oneof(
  fc.record({ type: fc.constant('amend' as const), values: fc.constant(VALUES) }),
  fc.record({
    type: fc.constant('admit' as const),
    number: fc.constantFrom(null, '准入1号'),
    reason: fc.constant(null),
  }),
  fc.record({
    type: fc.constantFrom('refuse' as const, 'reopen' as const, 'end' as const),
    reason: fc.constant('重复'),
  }),
);

it('an entry goes the ways of a plain table and no others', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), (events) => {
      let now = entry('forms', VALUES);
      for (const one of events) {
        const next = PLAIN[now.state][one.type];
        seen.add(`${now.state} ${one.type}`);
        if (next === undefined) {
          expect(() => applyToEntry(REGISTERS.forms, now, one, ACT)).toThrow(
            expect.objectContaining({ code: 'QD-STATE' }),
          );
          continue;
        }
        now = applyToEntry(REGISTERS.forms, now, one, ACT);
        expect(now.state).toBe(next);
        expect(now.decided !== null).toBe(
          now.state === 'admitted' ||
            now.state === 'refused' ||
            (now.state === 'ended' && now.decided !== null),
        );
        expect(now.ended !== null).toBe(now.state === 'ended');
        if (now.state === 'recorded') expect(now.decided).toBeNull();
      }
    }),
    { numRuns: 500 },
  );
  const all = ENTRY_STATES.flatMap((state) => Object.keys(EVENT_FROM).map((type) => `${state} ${type}`));
  expect(all.filter((pair) => !seen.has(pair))).toEqual([]);
});

it('a register that only records takes no decision', () => {
  const meeting = entry('meetings', { day: '2026-03-01', name: '推进会', demander: '区城管局' });
  expect(() =>
    applyToEntry(REGISTERS.meetings, meeting, { type: 'admit', number: null, reason: null }, ACT),
  ).toThrow('只是记录');
});

it('a refusal without a reason is refused itself', () => {
  expect(() =>
    applyToEntry(REGISTERS.forms, entry('forms', VALUES), { type: 'refuse', reason: ' ' }, ACT),
  ).toThrow('写明理由');
});
