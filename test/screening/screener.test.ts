import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../src/app/open.js';
import { rowById } from '../../src/catalogue/knowledge-base.js';
import type { Answer, Question } from '../../src/decision/answer.js';
import type { QingdanError } from '../../src/errors.js';
import { createScreener, LONGEST_NOTICE } from '../../src/screening/index.js';
import { lexicon } from './lexicon.js';

const kb = readKnowledge();
const TODAY = '2026-11-23';
const NOTICE =
  '关于做好有关工作的通知\n\n各社区：\n　　各社区要做好违建拆除。\n\n青石街道办事处\n2026年3月1日\n';

/** An answer as the decider gives it, of which only what the screening reads is filled. */
function answer(fields: Partial<Answer>, matched: string[] = [], differed: string[] = []): Answer {
  return {
    verdict: 'clarify',
    band: 'confirm',
    probability: 0.3,
    item: null,
    citations: [],
    candidates: [],
    choices: [],
    explanation: { matched, differed },
    ...fields,
  } as unknown as Answer;
}

function screen(text: string, decide: (question: Question) => Answer, region?: string) {
  const screener = createScreener({ decider: { decide }, kb, lexicon, today: TODAY });
  return screener.screen(text, { source: 'test.txt', region });
}

const nothing = () => answer({});

describe('a screened task', () => {
  it('is put to the decider as a worker’s question, for the region and day', () => {
    const asked: Question[] = [];
    screen(
      NOTICE,
      (question) => {
        asked.push(question);
        return nothing();
      },
      '重庆市',
    );
    expect(asked[0]).toEqual({ text: '要求社区做好违建拆除', role: 'worker', region: '重庆市', date: TODAY });
  });

  it.each([
    ['由社区负责违建拆除', '由社区负责违建拆除'],
    ['社区协助城管队做好违建拆除', '社区协助做好违建拆除'],
  ])('keeps the capacity that the notice gives: %s', (body, question) => {
    const asked: string[] = [];
    screen(NOTICE.replace('各社区要做好违建拆除', body), ({ text }) => {
      asked.push(text);
      return nothing();
    });
    expect(asked[0]).toBe(question);
  });

  it.each([
    ['assist', '协助，请部门落实经费和责任（费随事转）'],
    ['autonomy', '可以承担'],
    ['negative', '不应承担'],
  ] as const)('that is %s comes with what to do: %s', (verdict, advice) => {
    const [task] = screen(NOTICE, () => answer({ verdict, band: 'answer', probability: 0.95 })).tasks;
    expect(task?.verdict).toBe(verdict);
    expect(task?.suggestion).toContain(advice);
  });

  it('that is on no list cites the default rule and says 清单未列，须先准入', () => {
    const [task] = screen(NOTICE, nothing, '重庆市').tasks;
    expect(task?.verdict).toBe('not-listed');
    expect(task?.suggestion).toMatch(/^清单未列，须先准入，依据/);
    expect(task?.citations[0]?.documentId).toBe('cq-2019-lists');
  });

  it('takes over a row that was only offered when the telling words are its own', () => {
    const offered = answer(
      { candidates: [{ id: 'nat-assist-8', name: '反诈', kind: 'assist', probability: 0.4 }] },
      ['反诈'],
      ['做好'],
    );
    const [task] = screen(NOTICE.replace('违建拆除', '反诈宣传'), () => offered).tasks;
    expect(task).toMatchObject({ verdict: 'assist', band: 'confirm', item: { id: 'nat-assist-8' } });
    expect(task?.suggestion).toContain('请人工核对');
  });

  it.each([
    ['goes beyond a row on helping (采样)', '对患者家庭采样'],
    ['asks for more than publicity of a row on publicity', '逐户登记反诈软件'],
  ])('that %s is on no list, to be checked', (_, matter) => {
    const stands = answer({
      verdict: 'assist',
      band: 'answer',
      probability: 0.95,
      item: { id: 'nat-assist-8', name: '反诈', list: 'nat-assist', kind: 'assist', documentId: 'x' },
      candidates: [{ id: 'nat-assist-8', name: '反诈', kind: 'assist', probability: 0.95 }],
    });
    const [task] = screen(NOTICE.replace('做好违建拆除', matter), () => stands).tasks;
    expect(task).toMatchObject({ verdict: 'not-listed', band: 'confirm', candidates: ['反诈'] });
  });

  it('that collects or enforces is barred where such a row is on offer', () => {
    const offered = answer({
      candidates: [{ id: 'mca136-cancel-4', name: '执法', kind: 'negative', probability: 0.2 }],
    });
    const [task] = screen(NOTICE.replace('做好违建拆除', '取缔夜宵摊点'), () => offered).tasks;
    expect(task).toMatchObject({ verdict: 'negative', band: 'confirm', item: { id: 'mca136-cancel-4' } });
  });

  it('is backed by the title where the title leads to a row on offer', () => {
    const row = { id: 'nat-assist-64', name: '血吸虫病防治', kind: 'assist', probability: 0.2 } as const;
    const [task] = screen(
      NOTICE.replace('有关工作', '血吸虫病防治工作').replace('做好违建拆除', '宣传血防常识'),
      ({ text }) =>
        text.includes('血吸虫')
          ? answer(
              {
                verdict: 'assist',
                band: 'answer',
                probability: 0.9,
                item: { ...row, list: 'nat-assist', documentId: 'x' },
                candidates: [row],
              },
              ['血吸虫病'],
            )
          : answer({ candidates: [row] }, [], ['血防常识']),
    ).tasks;
    expect(task).toMatchObject({ verdict: 'assist', band: 'confirm' });
  });

  it('is no certificate unless the notice asks for one', () => {
    const barred = () => answer({ verdict: 'must-not-certify', band: 'answer', probability: 0.9 });
    expect(screen(NOTICE, barred).tasks[0]?.verdict).toBe('not-listed');
    const asked = NOTICE.replace('各社区要做好违建拆除', '各社区要为居民出具亲属关系证明');
    expect(screen(asked, barred).tasks[0]?.verdict).toBe('must-not-certify');
  });
});

describe('a demand', () => {
  const LEDGER = NOTICE.replace('各社区要做好违建拆除', '各社区要建立违建台账');

  it('rests on the item of the region where its list has one', () => {
    const [task] = screen(LEDGER, nothing, '山西省').tasks;
    expect(task).toMatchObject({ demand: 'ledger', verdict: 'negative', item: { id: 'sx-neg-4' } });
  });

  it('rests on a provision in force elsewhere, and is information', () => {
    const [task] = screen(LEDGER, nothing).tasks;
    expect(task).toMatchObject({ demand: 'ledger', verdict: 'information', item: null });
    expect(task?.citations[0]?.documentId).toBe('zb-2024-jianfu');
  });

  it.each(lexicon.demands.flatMap(({ rows, special }) => [rows, ...special.map((s) => s.rows)]))(
    'rests on a rule before a reply letter (%#)',
    (...rows) => {
      const letters = rows.map((id) => rowById(kb, id)?.document.type === 'letter');
      expect(letters.indexOf(true)).not.toBe(0);
      expect(letters).toEqual([...letters].sort((a, b) => Number(a) - Number(b)));
    },
  );

  it.each(lexicon.demands.flatMap(({ rows, special }) => [...rows, ...special.flatMap((s) => s.rows)]))(
    'rests on a row that the knowledge base holds: %s',
    (id) => {
      expect(rowById(kb, id)).toBeDefined();
    },
  );
});

describe('the rules on means', () => {
  it('are those of the nearest level and the two laws', () => {
    const titles = (region?: string) =>
      screen(NOTICE, nothing, region).meansRules.map(({ documentId }) => documentId);
    expect(titles()).toEqual(expect.arrayContaining(['law-jwh-2025', 'law-cwh-2025']));
    expect(titles('重庆市')[0]).toBe('cq-2019-lists');
    expect(titles('上海市')).toEqual(expect.arrayContaining(['shanghai-jwh-regulation', 'law-jwh-2025']));
  });

  it.each(lexicon.means)('are rows that the knowledge base holds: %s', (id) => {
    expect(rowById(kb, id)).toBeDefined();
  });
});

describe('the screener', () => {
  it('takes the region from title and signature when none is given', () => {
    expect(screen(NOTICE.replaceAll('青石街道', '重庆市南岸区青石街道'), nothing).region).toBe(
      '重庆市南岸区',
    );
    expect(screen(NOTICE, nothing).region).toBe('全国');
  });

  it('gives every phrase as the text that stands at its place', () => {
    const { tasks, skipped } = screen(NOTICE, nothing);
    for (const { phrase, start, end } of [...tasks, ...skipped])
      expect(NOTICE.slice(start, end)).toBe(phrase);
  });

  it.each([
    ['QD-EMPTY', ' \n'],
    ['QD-TOO-LONG', '字'.repeat(LONGEST_NOTICE + 1)],
  ])('refuses with %s', (code, text) => {
    expect(() => screen(text, nothing)).toThrow(expect.objectContaining({ code }) as QingdanError);
  });
});
