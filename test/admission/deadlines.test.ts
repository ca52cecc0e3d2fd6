import { describe, expect, it } from 'vitest';
import { decisionDue, latestSubmission, unpaidOn } from '#admission/deadlines.js';
import { apply, newAdmission } from '#admission/model.js';
import type { AdmissionEvent } from '#admission/state.js';
import { APPLICATION, LEAD, processOf } from './examples.js';

const process = processOf(['apply', 'decide'], { limit: 15, lead: 30 });
const GIVEN = { number: '准入〔2025〕0001号', region: '500112', regionName: '重庆市渝北区', owner: 'office' };

function told(day: string, ...events: AdmissionEvent[]) {
  return events.reduce(
    (admission, event) => apply(admission, event, { day, actor: LEAD, process }),
    newAdmission(
      { ...GIVEN, application: { ...APPLICATION, from: '2025-12-01', to: '2026-11-30' } },
      { day, process },
    ),
  );
}

describe('deadlines', () => {
  it('of the decision run in working days from the submission, over holidays', () => {
    // 1 to 8 October 2025 are off, 28 September and 11 October are worked.
    const submitted = told('2025-09-24', { type: 'submit' });
    expect(decisionDue(submitted, process)).toEqual({ day: '2025-10-21', unknownYears: [] });
  });

  it('stand still while the application is sent back, and once it is decided', () => {
    const returned = told('2025-09-24', { type: 'submit' }, { type: 'return', reason: '补依据' });
    expect(decisionDue(returned, process)).toBeNull();
    const decided = told(
      '2025-09-24',
      { type: 'submit' },
      { type: 'decide', admit: false, reason: '无经费' },
    );
    expect(decisionDue(decided, process)).toBeNull();
  });

  it('are none where the procedure sets none', () => {
    expect(decisionDue(told('2025-09-24', { type: 'submit' }), processOf(['decide']))).toBeNull();
    expect(latestSubmission('2025-12-01', processOf(['apply', 'decide']))).toBeNull();
  });

  it('of the application count back from the day on which the task begins', () => {
    expect(latestSubmission('2025-11-21', process)?.day).toBe('2025-10-11');
  });
});

describe('money and staff promised', () => {
  const admit: AdmissionEvent[] = [{ type: 'submit' }, { type: 'decide', admit: true, reason: '同意' }];

  it('are listed as not come once their day is past', () => {
    const admitted = told('2025-11-03', ...admit);
    const due = { ...admitted, application: { ...APPLICATION, from: '2025-12-01' } };
    expect(unpaidOn(due, '2025-12-05')).toEqual([]);
    expect(unpaidOn(due, '2026-12-11').map(({ means, missing }) => [means, missing])).toEqual([
      ['staff', null],
    ]);
    expect(unpaidOn(due, '2027-01-01').map(({ means, missing }) => [means, missing])).toEqual([
      ['funds', 3000],
      ['staff', null],
    ]);
  });

  it('are counted up over several receipts', () => {
    const receive = (amount: number): AdmissionEvent => ({
      type: 'receive',
      means: 'funds',
      amount,
      proof: '拨款单',
    });
    const admitted = told('2025-11-03', ...admit, receive(1000), receive(500));
    const unpaid = unpaidOn(admitted, '2027-01-01').find(({ means }) => means === 'funds');
    expect(unpaid?.missing).toBe(1500);
    const paid = told('2025-11-03', ...admit, receive(1000), receive(2000));
    expect(unpaidOn(paid, '2027-01-01').map(({ means }) => means)).toEqual(['staff']);
  });

  it('are none where nothing was promised, nothing was decided or the task hasn’t begun', () => {
    const none = told('2025-11-03', ...admit);
    const application = { ...none.application, funds: { what: '无' }, staff: { what: '不需要' } };
    expect(unpaidOn({ ...none, application }, '2027-01-01')).toEqual([]);
    expect(unpaidOn(told('2025-11-03', { type: 'submit' }), '2027-01-01')).toEqual([]);
    expect(unpaidOn(none, '2025-11-30')).toEqual([]);
  });
});
