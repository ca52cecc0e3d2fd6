import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALLOWED,
  apply,
  CASE_STATES,
  type Case,
  type CaseEvent,
  type CaseEventType,
  type CaseState,
  receive,
} from '#cases/index.js';
import type { TriageClass } from '#catalogue/matters/schema.js';
import { QingdanError } from '#errors.js';
import { demand, LIMITS, paperWanted, weekdays } from './support.js';

/**
 * The plain model: what a clerk would draw on paper. From each state the events that lead on, with where they lead;
 * `null` is a step that depends on the event itself. It knows nothing of dates or contents.
 */
const ARROWS: Readonly<Record<CaseState, Partial<Record<CaseEventType, CaseState | null>>>> = {
  received: {
    sort: 'received',
    route: 'routed',
    meet: null,
    guide: 'resolved',
    issue: 'resolved',
    refuse: 'resolved',
    withdraw: 'withdrawn',
    attach: 'received',
    remind: 'received',
  },
  returned: {
    sort: 'returned',
    route: 'routed',
    meet: null,
    guide: 'resolved',
    issue: 'resolved',
    refuse: 'resolved',
    withdraw: 'withdrawn',
    attach: 'returned',
    remind: 'returned',
  },
  consulting: {
    sort: 'consulting',
    route: 'routed',
    meet: null,
    withdraw: 'withdrawn',
    extend: 'consulting',
    attach: 'consulting',
    remind: 'consulting',
  },
  routed: {
    return: 'returned',
    escalate: 'routed',
    resolve: 'resolved',
    withdraw: 'withdrawn',
    extend: 'routed',
    attach: 'routed',
    remind: 'routed',
  },
  resolved: { reply: 'replied', withdraw: 'withdrawn', attach: 'resolved', remind: 'resolved' },
  replied: { visit: null, close: 'closed', attach: 'replied', remind: 'replied' },
  closed: {},
  withdrawn: {},
};

interface Plain {
  state: CaseState;
  paper: boolean;
  class: TriageClass | null;
  extended: boolean;
}

/** The model's next state; null where the step isn't to be. */
function drawn(plain: Plain, event: CaseEvent): Plain | null {
  const to = ARROWS[plain.state][event.type];
  if (to === undefined) return null;
  const { type } = event;
  if (plain.paper ? type === 'sort' || type === 'route' : type === 'issue' || type === 'refuse') return null;
  if (type === 'meet' && (plain.class !== 'consult' || plain.paper)) return null;
  if (type === 'guide' && (plain.class !== 'self' || plain.paper)) return null;
  if (type === 'extend' && plain.extended) return null;
  const next = { ...plain };
  if (event.type === 'sort') next.class = event.class;
  if (event.type === 'extend') next.extended = true;
  if (to !== null) return { ...next, state: to };
  if (event.type === 'meet') return { ...next, state: event.agreed ? 'resolved' : 'consulting' };
  if (event.type === 'visit') {
    return event.satisfied ? { ...next, state: 'closed' } : { ...next, state: 'returned', extended: false };
  }
  throw new Error('the drawing leaves a step open');
}

const words = fc.constantFrom('已修好', '不属于本单位', '大家同意');
const classes = fc.constantFrom<TriageClass>('government', 'consult', 'self');
const office = fc.constantFrom('示例街道', '示例部门');
const level = fc.constantFrom<'street' | 'department'>('street', 'department');

/** Every event; `remind` is made for the case as it stands. */
const EVENTS: fc.Arbitrary<CaseEvent | 'remind'> = fc.oneof(
  fc.record({ type: fc.constant('sort' as const), class: classes, reason: words }),
  fc.record({ type: fc.constant('route' as const), to: office, level }),
  fc.record({ type: fc.constant('return' as const), reason: words }),
  fc.record({ type: fc.constant('escalate' as const), to: office, level, reason: words }),
  fc.record({
    type: fc.constant('meet' as const),
    participants: fc.constant(['业主甲', '业主乙']),
    place: fc.constant(null),
    note: words,
    result: words,
    agreed: fc.boolean(),
  }),
  fc.record({ type: fc.constant('guide' as const), text: words }),
  fc.record({ type: fc.constant('resolve' as const), text: words }),
  fc.record({ type: fc.constant('issue' as const), text: words, basis: fc.constant('示例例外') }),
  fc.record({ type: fc.constant('refuse' as const), reason: words }),
  fc.record({ type: fc.constant('reply' as const), text: words, how: fc.constant('当面') }),
  fc.record({ type: fc.constant('visit' as const), satisfied: fc.boolean(), note: words }),
  fc.record({ type: fc.constant('close' as const), reason: words }),
  fc.record({ type: fc.constant('withdraw' as const), reason: words }),
  fc.record({ type: fc.constant('extend' as const), days: fc.integer({ min: 1, max: 30 }), reason: words }),
  fc.constant({
    type: 'attach' as const,
    attached: { no: 1, name: 'a.png', mediaType: 'image/png', size: 1, sha256: 'x' },
  }),
  fc.constant('remind' as const),
);

const START = '2026-11-27';
const met = { states: new Set<string>(), steps: new Set<string>() };

describe('a case against the plain model', () => {
  it('goes where the model goes, and refuses what it refuses', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.option(classes),
        fc.array(fc.tuple(EVENTS, fc.integer({ min: 0, max: 4 })), { minLength: 10, maxLength: 60 }),
        (paper, sorted, steps) => {
          const moment = { day: START, limits: LIMITS, addWorkingDays: weekdays };
          let one: Case = receive(paper ? paperWanted() : demand(sorted), moment);
          let plain: Plain = { state: 'received', paper, class: paper ? null : sorted, extended: false };
          let day = START;
          for (const [step, later] of steps) {
            day = new Date(Date.parse(day) + later * 86_400_000).toISOString().slice(0, 10);
            const event: CaseEvent =
              step === 'remind' ? { type: 'remind', what: 'soon', day: one.due?.day ?? '' } : step;
            const told = step === 'remind' && one.told.soon === one.due?.day;
            const full = step !== 'remind' && event.type === 'attach' && one.attachments.length >= 10;
            const next = told || full ? null : drawn(plain, event);
            met.states.add(one.state);
            if (next === null) {
              expect(() => apply(one, event, { ...moment, day })).toThrow(
                expect.objectContaining({ code: 'QD-STATE' }) as QingdanError,
              );
              continue;
            }
            met.steps.add(`${one.state} ${event.type}`);
            const before = JSON.stringify(one);
            const after = apply(one, event, { ...moment, day });
            expect(JSON.stringify(one)).toBe(before);
            expect(after.state).toBe(next.state);
            // Plain data: what is stored is what comes back.
            expect(JSON.parse(JSON.stringify(after))).toEqual(after);
            // Something is to be done by some day as long as the case is open, and never once it isn't.
            expect(after.due === null).toBe(after.state === 'closed' || after.state === 'withdrawn');
            if (after.due !== null)
              expect(['0', '6']).not.toContain(String(new Date(after.due.day).getUTCDay()));
            // What is handed out has a result behind it.
            if (after.state === 'replied' || after.state === 'closed') expect(after.result).not.toBeNull();
            one = after;
            plain = next;
          }
        },
      ),
      { numRuns: 800, seed: 20261127 },
    );
  });

  it('has met every state and every arrow of the drawing', () => {
    const arrows = CASE_STATES.flatMap((state) =>
      Object.keys(ARROWS[state]).map((event) => `${state} ${event}`),
    );
    expect(arrows.filter((arrow) => !met.steps.has(arrow))).toEqual([]);
    expect(CASE_STATES.filter((state) => !met.states.has(state))).toEqual([]);
  });

  it('allows no step that the drawing lacks', () => {
    const table = Object.entries(ALLOWED).flatMap(([event, states]) =>
      states.map((state) => `${state} ${event}`),
    );
    const arrows = CASE_STATES.flatMap((state) =>
      Object.keys(ARROWS[state]).map((event) => `${state} ${event}`),
    );
    expect(table.sort()).toEqual(arrows.sort());
  });
});

describe('what is to be done by when', () => {
  const moment = { day: '2026-11-27', limits: LIMITS, addWorkingDays: weekdays };
  const received = receive(demand('government'), moment);

  it('counts from the reception, whoever has it', () => {
    const routed = apply(
      received,
      { type: 'route', to: '示例部门', level: 'department' },
      { ...moment, day: '2026-12-01' },
    );
    expect([received.due?.day, routed.due?.day]).toEqual(['2026-11-30', '2026-12-11']);
  });

  it('is put off once, by working days, and stays so when it goes to a higher office', () => {
    const routed = apply(received, { type: 'route', to: '示例部门', level: 'department' }, moment);
    const later = apply(routed, { type: 'extend', days: 5, reason: '要等材料' }, moment);
    const higher = apply(
      later,
      { type: 'escalate', to: '示例街道', level: 'street', reason: '超期' },
      moment,
    );
    expect(higher).toMatchObject({
      due: { day: '2026-12-18' },
      escalations: 1,
      office: { name: '示例街道' },
    });
  });

  it('says so where the calendar of that year isn’t known', () => {
    const unsure = receive(demand('self'), { ...moment, addWorkingDays: (day) => ({ day, sure: false }) });
    expect(unsure.due?.sure).toBe(false);
  });

  it('begins anew when whoever asked isn’t satisfied', () => {
    const steps: CaseEvent[] = [
      { type: 'route', to: '示例部门', level: 'department' },
      { type: 'resolve', text: '已办' },
      { type: 'reply', text: '已办', how: '电话' },
      { type: 'visit', satisfied: false, note: '灯还是不亮' },
    ];
    const again = steps.reduce((one, event) => apply(one, event, moment), received);
    expect(again).toMatchObject({ state: 'returned', result: null, reply: null, due: { for: 'move' } });
    expect(again.visits).toHaveLength(1);
  });
});

describe('a paper that no list says may be issued', () => {
  const moment = { day: START, limits: LIMITS, addWorkingDays: weekdays };
  it('is issued only with the exception it rests on', () => {
    const one = receive(paperWanted(), moment);
    expect(() => apply(one, { type: 'issue', text: '兹证明', basis: null }, moment)).toThrow(
      /写明依据的例外/,
    );
    expect(apply(one, { type: 'issue', text: '兹证明', basis: '示例例外' }, moment).state).toBe('resolved');
  });
});

describe('fields', () => {
  const moment = { day: START, limits: LIMITS, addWorkingDays: weekdays };
  it.each<[string, CaseEvent]>([
    ['an empty reason', { type: 'withdraw', reason: ' ' }],
    ['an office’s name of a page', { type: 'route', to: '办'.repeat(61), level: 'street' }],
    ['a reason of two pages', { type: 'withdraw', reason: '长'.repeat(2001) }],
    [
      'a meeting of nobody',
      { type: 'meet', participants: [], place: null, note: '谈', result: '成', agreed: true },
    ],
    ['an extension without end', { type: 'extend', days: 31, reason: '慢' }],
  ])('refuse %s', (_what, event) => {
    expect(() => apply(receive(demand('consult'), moment), event, moment)).toThrow(QingdanError);
  });

  it('refuse a text that is too long before anything reads it', () => {
    expect(() => receive(demand(null, { text: 'x'.repeat(1_000_000) }), moment)).toThrow(/超过 1000 字/);
  });
});
