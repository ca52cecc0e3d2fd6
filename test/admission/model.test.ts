import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#access/roles.js';
import { apply, newAdmission } from '#admission/model.js';
import type { AdmissionProcess } from '#admission/process.js';
import {
  type Admission,
  type AdmissionEvent,
  type EventType,
  KEPT_STATES,
  STATE_NAMES,
  type State,
  stateOn,
} from '#admission/state.js';
import { nextEvents, TRANSITIONS } from '#admission/transitions.js';
import { QingdanError } from '#errors.js';
import { addDays } from '#text/working-days.js';
import { APPLICATION, CITY, LEAD, OFFICE, processOf } from './examples.js';

const DAY = '2026-11-02';

/** The same procedure as a person would write it on one page, without looking at the program. */
interface Plain {
  state: State;
  complete: boolean;
  reviewed: boolean;
  met: boolean;
  lastDay: string;
  from: string;
  to: string;
}

/** What becomes of it; null where it can't happen. */
function plainly(
  plain: Plain,
  event: AdmissionEvent,
  day: string,
  actor: Actor,
  has: Set<string>,
): Plain | null {
  if (day < plain.lastDay) return null;
  const next = { ...plain, lastDay: day };
  if (next.state === 'admitted' || next.state === 'in-force') {
    next.state = day < plain.from ? 'admitted' : day > plain.to ? 'expired' : 'in-force';
  }
  const leads = actor.role === 'county-lead';
  const is = (...states: State[]) => states.includes(next.state);
  switch (event.type) {
    case 'amend':
      return is('draft', 'returned') ? { ...next, complete: true } : null;
    case 'submit':
      return is('draft', 'returned') && next.complete
        ? { ...next, state: 'submitted', reviewed: false, met: false }
        : null;
    case 'withdraw':
      return is('draft', 'submitted', 'returned', 'reviewed', 'met') ? { ...next, state: 'withdrawn' } : null;
    case 'return':
      return is('submitted', 'reviewed', 'met') ? { ...next, state: 'returned' } : null;
    case 'review':
      return is('submitted') && has.has('review') && leads
        ? { ...next, state: 'reviewed', reviewed: true }
        : null;
    case 'meet':
      return is('submitted', 'reviewed') &&
        has.has('meeting') &&
        leads &&
        (!has.has('review') || next.reviewed)
        ? { ...next, state: 'met', met: true }
        : null;
    case 'decide': {
      const ready = (!has.has('review') || next.reviewed) && (!has.has('meeting') || next.met);
      if (!is('submitted', 'reviewed', 'met') || !leads || !ready) return null;
      if (!event.admit) return { ...next, state: 'rejected' };
      if (next.to < day) return null;
      const from = next.from < day ? day : next.from;
      return { ...next, from, state: day < from ? 'admitted' : 'in-force' };
    }
    case 'revoke':
      return is('admitted', 'in-force') ? { ...next, state: 'revoked' } : null;
    case 'receive':
      return is('admitted', 'in-force', 'expired', 'revoked') ? next : null;
  }
}

/** Whether it is offered: what would happen if no field were missing and no day too late. */
function offered(plain: Plain, event: AdmissionEvent, day: string, actor: Actor, has: Set<string>): boolean {
  const to = event.type === 'decide' ? '9999-12-31' : plain.to;
  return plainly({ ...plain, complete: true, to }, event, day, actor, has) !== null;
}

const EVENTS: readonly AdmissionEvent[] = [
  { type: 'amend', application: APPLICATION },
  { type: 'submit' },
  { type: 'return', reason: '请补依据' },
  { type: 'review', agrees: true, text: '依据清楚' },
  { type: 'meet', agrees: true, text: '同意', participants: ['区司法局', '某街道'] },
  { type: 'decide', admit: true, reason: '确需社区协助' },
  { type: 'decide', admit: false, reason: '没有经费' },
  { type: 'withdraw', reason: '不做了' },
  { type: 'revoke', reason: '政策变了' },
  { type: 'receive', means: 'funds', amount: 3000, proof: '拨款单' },
];

/** What usually comes next is tried more often, so that runs go all the way. */
const eventArbitrary = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...EVENTS.slice(0, 6), ...EVENTS.slice(1, 2)) },
  { weight: 2, arbitrary: fc.constantFrom(...EVENTS) },
);
const stepArbitrary = fc.record({
  event: eventArbitrary,
  days: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -1, max: 4 }) }, fc.constantFrom(40, 400)),
  actor: fc.oneof({ weight: 8, arbitrary: fc.constant(LEAD) }, fc.constantFrom(OFFICE, CITY)),
});
/** Half of the runs begin with the way to an admission, so that what comes behind it is tried as often. */
const beginning = [...EVENTS.slice(1, 2), ...EVENTS.slice(3, 6)].map((event) => ({
  event,
  days: 0,
  actor: LEAD,
}));
const runArbitrary = fc
  .tuple(fc.boolean(), fc.array(stepArbitrary, { minLength: 3, maxLength: 10 }))
  .map(([begun, steps]) => (begun ? [...beginning, ...steps] : steps));
const processArbitrary = fc.subarray(['review', 'meeting'] as const);

function started(process: AdmissionProcess, application: Admission['application']): Admission {
  const given = {
    number: '准入〔2026〕0001号',
    region: '500112',
    regionName: '重庆市渝北区',
    owner: 'office',
  };
  return newAdmission({ ...given, application }, { day: DAY, process });
}

describe('an application', () => {
  it('goes the way that a plain model of the procedure goes, through every state and event', () => {
    const seen = { states: new Set<State>(), events: new Set<string>() };
    fc.assert(
      fc.property(processArbitrary, fc.boolean(), runArbitrary, (between, complete, steps) => {
        const has = new Set<string>(between);
        const process = processOf(['apply', ...between, 'decide']);
        let admission = started(process, complete ? APPLICATION : { task: '只有名称' });
        const { from, to } = APPLICATION;
        let plain: Plain = {
          state: 'draft',
          complete,
          reviewed: false,
          met: false,
          lastDay: DAY,
          from,
          to,
        };
        let day = DAY;
        for (const { event, days, actor } of steps) {
          const on = addDays(day, days);
          const expected = plainly(plain, event, on, actor, has);
          let now: Admission | null = null;
          try {
            now = apply(admission, event, { day: on, actor, process });
          } catch (error) {
            if (!(error instanceof QingdanError)) throw error;
            expect(['QD-STATE', 'QD-FORBIDDEN']).toContain(error.code);
          }
          expect(now !== null, `${event.type} by ${actor.role} in ${plain.state} on ${on}`).toBe(
            expected !== null,
          );
          expect(
            nextEvents(admission, { day: on, actor, process }).includes(event.type),
            `offers ${event.type} to ${actor.role} in ${plain.state}`,
          ).toBe(offered(plain, event, on, actor, has));
          if (now === null || expected === null) continue;
          expect(stateOn(now, on)).toBe(expected.state);
          expect(STATE_NAMES[stateOn(now, on)]).toBeTruthy();
          [admission, plain, day] = [now, expected, on];
          seen.states.add(expected.state);
          seen.events.add(event.type);
        }
      }),
      { numRuns: 1000, seed: 20261127 },
    );
    expect([...seen.events].sort()).toEqual(Object.keys(TRANSITIONS).sort());
    expect([...seen.states].sort()).toEqual([...KEPT_STATES, 'in-force', 'expired'].sort());
  });

  const path = (...events: AdmissionEvent[]): Admission =>
    events.reduce(
      (admission, event) =>
        apply(admission, event, { day: DAY, actor: LEAD, process: processOf(['apply', 'decide']) }),
      started(processOf(['apply', 'decide']), APPLICATION),
    );

  it('is in force from its first day to its last', () => {
    const admitted = path({ type: 'submit' }, { type: 'decide', admit: true, reason: '同意' });
    const states = ['2026-11-30', '2026-12-01', '2027-11-30', '2027-12-01'].map((day) =>
      stateOn(admitted, day),
    );
    expect(states).toEqual(['admitted', 'in-force', 'in-force', 'expired']);
  });

  it('names the fields that are missing before it can be submitted', () => {
    const draft = started(processOf(['decide']), { task: '填表' });
    const submit = () =>
      apply(draft, { type: 'submit' }, { day: DAY, actor: LEAD, process: processOf(['decide']) });
    expect(submit).toThrow('申请表还缺：申请部门、工作内容');
  });

  it('forgets what was said of an earlier version when it is submitted again', () => {
    const process = processOf(['review', 'decide']);
    const steps: AdmissionEvent[] = [
      { type: 'submit' },
      { type: 'review', agrees: false, text: '没有依据' },
      { type: 'return', reason: '补依据' },
      { type: 'amend', application: { basis: '《居委会组织法》第十条' } },
      { type: 'submit' },
    ];
    const again = steps.reduce(
      (admission, event) => apply(admission, event, { day: DAY, actor: LEAD, process }),
      started(process, APPLICATION),
    );
    expect(again).toMatchObject({ state: 'submitted', review: null, returned: null });
  });

  it('says whose step it is by the procedure where another role tries it', () => {
    const process = processOf(['decide'], { roles: ['city'], who: '重庆市政府' });
    const submitted = path({ type: 'submit' });
    const decide: AdmissionEvent = { type: 'decide', admit: true, reason: '同意' };
    expect(() => apply(submitted, decide, { day: DAY, actor: LEAD, process })).toThrow('由重庆市政府办理');
    expect(apply(submitted, decide, { day: DAY, actor: CITY, process }).state).toBe('admitted');
  });

  it.each<[EventType, Partial<AdmissionEvent>]>([
    ['return', { reason: ' ' }],
    ['review', { text: '' }],
    ['withdraw', { reason: '长'.repeat(2001) }],
  ])('refuses %s with nothing said, or too much', (type, given) => {
    const event = { agrees: true, ...given, type } as AdmissionEvent;
    const act = () =>
      apply(path({ type: 'submit' }), event, {
        day: DAY,
        actor: LEAD,
        process: processOf(['review', 'decide']),
      });
    expect(act).toThrow(expect.objectContaining({ code: 'QD-INPUT' }));
  });
});
