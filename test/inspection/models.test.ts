import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRegisterFacts } from '#app/register-facts.js';
import {
  applyToCampaign,
  CAMPAIGN_EVENT_FROM,
  CAMPAIGN_STATES,
  type Campaign,
  type CampaignEvent,
} from '#inspection/campaign.js';
import {
  applyToFinding,
  FINDING_EVENT_FROM,
  FINDING_STATES,
  type Finding,
  type FindingEvent,
  isOverdue,
} from '#inspection/finding.js';
import { photoMedia } from '#inspection/photo.js';
import {
  applyToSheet,
  doubtfulAnswers,
  prefilledSheet,
  SHEET_EVENT_FROM,
  SHEET_STATES,
  type SheetEvent,
} from '#inspection/sheet.js';
import { entry } from '../registers/examples.js';

const ACT = { day: '2026-06-01', by: '区民政局' };
const { selfCheck } = readRegisterFacts();

/** Every pair of a state and an event that a run has to meet. */
const pairs = (states: readonly string[], events: object) =>
  states.flatMap((state) => Object.keys(events).map((event) => `${state} ${event}`));

const CAMPAIGN: Campaign = {
  id: 'inspection-500108-2026-1',
  number: '督察〔2026〕1号',
  title: '社区减负增效专项督察',
  region: '500108',
  state: 'self-check',
  begun: '2026-05-01',
  selfCheckBy: '2026-05-20',
  closed: null,
};

describe('a campaign', () => {
  it('goes the ways of a plain table and no others, and closes only when nothing is open', () => {
    const seen = new Set<string>();
    const event: fc.Arbitrary<CampaignEvent> = fc.oneof(
      fc.constant({ type: 'start-visits' as const }),
      fc
        .integer({ min: 1, max: 28 })
        .map((d) => ({ type: 'extend' as const, selfCheckBy: `2026-06-${String(d).padStart(2, '0')}` })),
      fc.constantFrom('', '已逐个催交').map((note) => ({ type: 'close' as const, note })),
    );
    const unfinished = fc.record({ findings: fc.nat({ max: 1 }), sheets: fc.nat({ max: 1 }) });
    fc.assert(
      fc.property(fc.array(fc.tuple(event, unfinished), { maxLength: 10 }), (steps) => {
        let now = CAMPAIGN;
        // The plain model: a word and a day.
        let word = 'self-check';
        let by = now.selfCheckBy;
        for (const [one, left] of steps) {
          seen.add(`${word} ${one.type}`);
          const goes =
            (one.type === 'start-visits' && word === 'self-check') ||
            (one.type === 'extend' && word !== 'closed' && one.selfCheckBy > by) ||
            (one.type === 'close' &&
              word === 'on-site' &&
              left.findings === 0 &&
              (left.sheets === 0 || one.note !== ''));
          const apply = () => applyToCampaign(now, one, { ...ACT, unfinished: left });
          if (!goes) {
            expect(apply).toThrow(
              expect.objectContaining({ code: expect.stringMatching(/^QD-(?:STATE|INPUT)$/) }),
            );
            continue;
          }
          now = apply();
          if (one.type === 'start-visits') word = 'on-site';
          if (one.type === 'close') word = 'closed';
          if (one.type === 'extend') by = one.selfCheckBy;
          expect([now.state, now.selfCheckBy, now.closed !== null]).toEqual([word, by, word === 'closed']);
        }
      }),
      { numRuns: 1000 },
    );
    expect(pairs(CAMPAIGN_STATES, CAMPAIGN_EVENT_FROM).filter((pair) => !seen.has(pair))).toEqual([]);
  });
});

const FINDING: Finding = {
  id: 'inspection-500108-2026-1/1',
  campaign: CAMPAIGN.id,
  region: '500108001001',
  place: '阳光社区',
  state: 'open',
  visit: { day: '2026-05-25', by: '督察组', announced: false },
  question: 'boards-outside',
  text: '门外挂了5块牌子',
  photos: [],
  due: '2026-06-10',
  rectified: null,
  rechecks: [],
};

describe('a finding', () => {
  it('goes the ways of a plain table and no others', () => {
    const seen = new Set<string>();
    const due = fc.integer({ min: 1, max: 28 }).map((d) => `2026-07-${String(d).padStart(2, '0')}`);
    const event: fc.Arbitrary<FindingEvent> = fc.oneof(
      fc.constant({ type: 'rectify' as const, text: '摘下2块', proofs: [] }),
      fc.constant({ type: 'recheck' as const, done: true as const, note: '' }),
      due.map((day) => ({ type: 'recheck' as const, done: false as const, note: '还有1块', due: day })),
      due.map((day) => ({ type: 'extend' as const, due: day })),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        let now = FINDING;
        let word = 'open';
        let rechecks = 0;
        for (const one of events) {
          seen.add(`${word} ${one.type}`);
          const late = one.type === 'extend' && one.due <= now.due;
          const goes = { rectify: 'open', recheck: 'rectified', extend: 'open' }[one.type] === word && !late;
          if (!goes) {
            expect(() => applyToFinding(now, one, ACT)).toThrow();
            continue;
          }
          now = applyToFinding(now, one, ACT);
          if (one.type === 'rectify') word = 'rectified';
          if (one.type === 'recheck') {
            word = one.done ? 'closed' : 'open';
            rechecks++;
          }
          expect([now.state, now.rechecks.length]).toEqual([word, rechecks]);
          if (now.state !== 'open') expect(now.rectified).not.toBeNull();
        }
      }),
      { numRuns: 1000 },
    );
    expect(pairs(FINDING_STATES, FINDING_EVENT_FROM).filter((pair) => !seen.has(pair))).toEqual([]);
  });

  it('is overdue from the day after its day, until it is put right', () => {
    expect(isOverdue(FINDING, '2026-06-10')).toBe(false);
    expect(isOverdue(FINDING, '2026-06-11')).toBe(true);
    expect(
      isOverdue(applyToFinding(FINDING, { type: 'rectify', text: '摘了', proofs: [] }, ACT), '2026-06-11'),
    ).toBe(false);
  });

  it('is not put right without words, nor with more than nine photos', () => {
    expect(() => applyToFinding(FINDING, { type: 'rectify', text: ' ', proofs: [] }, ACT)).toThrow('没有写');
    const proofs = Array.from({ length: 10 }, (_, i) => String(i));
    expect(() => applyToFinding(FINDING, { type: 'rectify', text: '摘了', proofs }, ACT)).toThrow(
      '最多 9 张',
    );
  });
});

describe('a self-check sheet', () => {
  const community = { region: '500108001001', place: '阳光社区' };
  const sheet = prefilledSheet(CAMPAIGN.id, community, selfCheck, [
    entry('boards', { day: '2026-01-01', name: '妇女之家', where: '门外' }),
    entry('seal', { day: '2026-01-01', paper: '居住证明', outcome: '不予出具' }, { id: 's' }),
    entry(
      'meetings',
      { day: '2026-01-01', name: '推进会', demander: '区城管局', related: false },
      { id: 'm' },
    ),
  ]);
  const answered = Object.fromEntries(selfCheck.questions.map(({ id }) => [id, '没有']));

  it('has what the registers say already, and leaves the rest empty', () => {
    const of = (id: string) => sheet.answers[id];
    expect(of('boards-outside')).toEqual({ counted: 1, said: '1' });
    expect(of('seals-refused')).toEqual({ counted: 1, said: '1' });
    expect(of('meetings-unrelated')).toEqual({ counted: 1, said: '1' });
    expect(of('forms-all')).toEqual({ counted: 0, said: '0' });
    expect(of('lists-known')).toEqual({ counted: null, said: '' });
  });

  it('goes the ways of a plain table and no others', () => {
    const seen = new Set<string>();
    const event: fc.Arbitrary<SheetEvent> = fc.oneof(
      fc
        .constantFrom(answered, { 'lists-known': '知道' }, { 'lists-known': '' })
        .map((said) => ({ type: 'answer' as const, said })),
      fc.constant({ type: 'submit' as const }),
      fc.constant({ type: 'return' as const, reason: '数字不对' }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 10 }), (events) => {
        let now = sheet;
        const said = new Map(Object.entries(sheet.answers).map(([id, answer]) => [id, answer.said]));
        let word = 'open';
        for (const one of events) {
          seen.add(`${word} ${one.type}`);
          const isFull = [...said.values()].every((text) => text !== '');
          const goes =
            one.type === 'return'
              ? word === 'submitted'
              : word === 'open' && (one.type === 'answer' || isFull);
          if (!goes) {
            expect(() => applyToSheet(now, one, ACT)).toThrow();
            continue;
          }
          now = applyToSheet(now, one, ACT);
          if (one.type === 'answer') for (const [id, text] of Object.entries(one.said)) said.set(id, text);
          else word = one.type === 'submit' ? 'submitted' : 'open';
          expect(now.state).toBe(word);
          expect(Object.entries(now.answers).map(([id, answer]) => [id, answer.said])).toEqual([...said]);
        }
      }),
      { numRuns: 1000 },
    );
    expect(pairs(SHEET_STATES, SHEET_EVENT_FROM).filter((pair) => !seen.has(pair))).toEqual([]);
  });

  it('shows what is to be looked at: numbers that should be none, and those that the registers contradict', () => {
    const told = applyToSheet(sheet, { type: 'answer', said: { 'boards-outside': '3' } }, ACT);
    expect(doubtfulAnswers(told, selfCheck)).toEqual([
      { id: 'meetings-unrelated', why: 'not-good' },
      { id: 'boards-outside', why: 'differs' },
      { id: 'boards-unchecked', why: 'not-good' },
    ]);
  });

  it('takes no answer to a question that it doesn’t have', () => {
    expect(() => applyToSheet(sheet, { type: 'answer', said: { nothing: '1' } }, ACT)).toThrow(
      '没有「nothing」',
    );
  });
});

describe('a photo', () => {
  it.each([
    ['a.jpg', [0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
    ['a.png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image/png'],
    ['a.pdf', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31], 'application/pdf'],
  ])('%s is told by its content', (name, bytes, media) => {
    expect(photoMedia(Uint8Array.from(bytes), name)).toBe(media);
  });

  it('that is none, or too large, is refused', () => {
    expect(() => photoMedia(Buffer.from('<svg onload="x">'), 'a.jpg')).toThrow('不是 JPG');
    expect(() => photoMedia(new Uint8Array(5_000_001), 'a.jpg')).toThrow('超过 5 MB');
  });
});
