import { expect, it } from 'vitest';
import { maskedJson } from '#text/masked.js';
import { actor, PLACES } from './support/actors.js';
import { at, LI, question, screening, WANG } from './support/records.js';
import { onEveryStore } from './support/stores.js';

const LEAD = actor('county-lead', PLACES.county);
const SCOPE = { region: PLACES.county, name: '重庆市南岸区', from: '2026-11-01', to: '2026-11-30' };

onEveryStore('the figures of a look-back', (fresh) => {
  it('count questions of a region and time in China, by verdict, row, month and text', async () => {
    const { storage } = await fresh();
    const region = '重庆市南岸区';
    const all = [
      question('q1', { region }),
      question('q2', { region, person: LI }),
      question('q3', {
        region,
        person: LI,
        verdict: 'clarify',
        band: 'confirm',
        itemId: null,
        text: '电梯谁修',
      }),
      // 30 November in China until four in the afternoon of UTC.
      question('q4', { region, at: '2026-11-30T15:59:59.000Z' }),
      question('q5', { region, at: '2026-11-30T16:00:00.000Z' }),
      question('q6', { region: null }),
      question('q7', { region: '重庆市' }),
      question('q8', { region: '重庆市南岸区某某街道' }),
    ];
    for (const one of all) await storage.questions.record(one);
    await storage.feedback.record({
      questionId: 'q1',
      person: WANG,
      useful: true,
      comment: null,
      at: all[0]?.at ?? '',
    });
    const figures = await storage.lookback.questions(LEAD, SCOPE);
    expect(figures).toMatchObject({ count: 5, people: 2, withoutRegion: 1, useful: 1, wrong: 0 });
    expect(figures.byVerdict).toEqual([
      { verdict: 'must-not-certify', count: 4, people: 2 },
      { verdict: 'clarify', count: 1, people: 1 },
    ]);
    expect(figures.byMonth).toEqual([{ month: '2026-11', count: 5, people: 2 }]);
    expect(figures.items).toEqual([
      { itemId: 'example-1', verdict: 'must-not-certify', count: 4, people: 2 },
    ]);
    expect(figures.unanswered).toEqual([{ text: '电梯谁修', count: 1, people: 1 }]);
  });

  it('count a notice that was put right once, as it was judged last', async () => {
    const { storage } = await fresh();
    const region = '重庆市南岸区';
    const judged = (id: string, minute: number, verdicts: string[], earlier?: string) =>
      storage.screenings.record(
        screening(id, {
          ...{ region, at: at(minute), earlier },
          result: maskedJson({ issuer: '区城管局', region, tasks: verdicts.map((verdict) => ({ verdict })) }),
        }),
      );
    await judged('first', 0, ['not-listed', 'negative', 'assist']);
    // Both name the first; that of the other one's chain counts by itself.
    await judged('z-second', 1, ['negative', 'assist'], 'first');
    await judged('other', 1, ['assist']);
    await judged('third', 2, ['assist'], 'first');
    await judged('fourth', 3, ['assist', 'basic'], 'third');
    expect(await storage.screenings.find('fourth')).toMatchObject({ first: 'first' });
    const figures = await storage.lookback.screenings(LEAD, SCOPE);
    expect(figures).toMatchObject({ notices: 2, tasks: 3, offList: 0 });
    expect(figures.byVerdict).toEqual(
      new Map([
        ['assist', 2],
        ['basic', 1],
      ]),
    );
    const days = await storage.reviews.days(LEAD, { from: at(0), codeOf: () => PLACES.county });
    expect(days).toMatchObject([{ notices: 2 }]);
    await expect(judged('lost', 4, [], 'nothing')).rejects.toMatchObject({ code: 'QD-ID' });
  });

  it('count tasks of notices by verdict and issuer, wherever the notice’s region stands', async () => {
    const { storage } = await fresh();
    const task = (verdict: string) => ({ phrase: '报送台账', verdict });
    const result = (issuer: string | null, verdicts: string[], region = '重庆市南岸区') =>
      maskedJson({ issuer, region, tasks: verdicts.map(task) });
    await storage.screenings.record(
      screening('s1', { region: '重庆市南岸区', result: result('区城管局', ['not-listed', 'assist']) }),
    );
    await storage.screenings.record(screening('s2', { region: null, result: result(null, ['negative']) }));
    await storage.screenings.record(
      screening('s3', { region: null, result: result('别处', ['negative'], '北京市') }),
    );
    expect(await storage.lookback.screenings(LEAD, SCOPE)).toEqual({
      notices: 2,
      tasks: 3,
      offList: 2,
      byVerdict: new Map([
        ['not-listed', 1],
        ['assist', 1],
        ['negative', 1],
      ]),
      issuers: [
        { name: '区城管局', tasks: 2, offList: 1 },
        { name: '通知没有写', tasks: 1, offList: 1 },
      ],
    });
  });
});
