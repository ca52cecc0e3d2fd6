import { describe, expect, it } from 'vitest';
import { createScreener, LONGEST_NOTICE, type Screening } from '#answer/index.js';
import { openAssistant } from '#app/assistant.js';
import type { CatalogueItem } from '#catalogue/catalogue.js';
import { rowById } from '#catalogue/knowledge-base.js';
import type { Row } from '#catalogue/rows.js';
import type { QingdanError } from '#errors.js';
import type { Band, Case, Hit, Ruler, Ruling, Verdict } from '#ruling/index.js';
import { formalities, language, lexicon } from '../language/lexicon.js';

const TODAY = '2026-11-23';
const { kb, ruler } = openAssistant({ today: TODAY });
const NOTICE =
  '关于做好有关工作的通知\n\n各社区：\n　　各社区要做好违建拆除。\n\n青石街道办事处\n2026年3月1日\n';

interface Ruled {
  verdict: Verdict;
  band: Band;
  /** Id of the item that decides. */
  item?: string;
  /** Rows on offer, with their probability. */
  offered?: readonly (readonly [id: string, probability: number])[];
  matched?: string[];
  differed?: string[];
}

const rowOf = (id: string) => rowById(kb, id) as Row;

function hit(id: string, probability: number, { matched = [], differed = [] }: Partial<Ruled>): Hit {
  const row = rowOf(id);
  return {
    matter: { key: id, group: 'duty', subject: id, rows: [row], wider: [] },
    probability,
    veto: null,
    coverage: { matched, differed, share: 0, mass: 0 },
  } as unknown as Hit;
}

/** A ruling of which only what the screening reads is filled. */
function ruling(one: Case, ruled: Ruled): Ruling {
  const hits = (ruled.offered ?? []).map(([id, probability]) => hit(id, probability, ruled));
  const row = ruled.item === undefined ? undefined : (rowOf(ruled.item) as CatalogueItem);
  return {
    case: one,
    verdict: ruled.verdict,
    band: ruled.band,
    lead: hits[0] ?? hit('nat-assist-8', 0.95, ruled),
    finding: row === undefined ? { is: 'out-of-scope' } : { is: 'listed', row },
    rows: row === undefined ? [] : [row],
    hits,
  } as unknown as Ruling;
}

const wordsOf = ({ clauses }: Case) => clauses[0]?.frame.tokens.map(({ text }) => text).join('') ?? '';

function screen(text: string, rule: (one: Case) => Ruled, region?: string): Screening {
  const fake: Pick<Ruler, 'ruleOn' | 'situationFor' | 'findFor' | 'weights' | 'explain'> = {
    findFor: ruler.findFor,
    weights: ruler.weights,
    explain: ruler.explain,
    situationFor: ruler.situationFor,
    ruleOn: (one) => ruling(one, rule(one)),
  };
  const screener = createScreener({ kb, ruler: fake, language, formalities, today: TODAY });
  return screener.screen(text, { source: 'test.txt', region });
}

const nothing = (): Ruled => ({ verdict: 'clarify', band: 'confirm', matched: [], differed: [] });

describe('a screened task', () => {
  it('is judged by its own words, as told to the committee, for the region and day', () => {
    const cases: Case[] = [];
    const { region, date } = screen(
      NOTICE,
      (one) => {
        cases.push(one);
        return nothing();
      },
      '重庆市',
    );
    expect({ region, date }).toEqual({ region: '重庆市', date: TODAY });
    expect(cases[0]).toMatchObject({ sort: 'task', capacity: 'unsaid' });
    expect(wordsOf(cases[0] as Case)).toBe('违建拆除');
    expect(cases[0]?.clauses[0]?.frame.cues.has('committee')).toBe(true);
  });

  it.each([
    ['由社区负责违建拆除', 'responsible', '违建拆除'],
    ['社区协助城管队做好违建拆除', 'assist', '城管队做好违建拆除'],
  ])('keeps the capacity that the notice gives: %s', (body, capacity, words) => {
    const cases: Case[] = [];
    screen(NOTICE.replace('各社区要做好违建拆除', body), (one) => {
      cases.push(one);
      return nothing();
    });
    expect(cases[0]).toMatchObject({ capacity, clauses: [{ frame: { act: 'task', capacity } }] });
    expect(wordsOf(cases[0] as Case)).toBe(words);
  });

  it('keeps a word that is a place as well (圈舍保定准备)', () => {
    const cases: Case[] = [];
    screen(NOTICE.replace('违建拆除', '圈舍保定准备'), (one) => {
      cases.push(one);
      return nothing();
    });
    expect(wordsOf(cases[0] as Case)).toContain('保定');
  });

  it.each([
    ['assist', '协助做好反诈宣传', 'nat-assist-8', '协助，请部门落实经费和责任（费随事转）'],
    ['negative', '作为违建拆除的责任主体', 'mca136-cancel-4', '不应承担'],
  ] as const)('that is %s comes with what to do', (verdict, matter, item, advice) => {
    const ruled: Ruled = { verdict, band: 'answer', item, offered: [[item, 0.95]] };
    const [task] = screen(NOTICE.replace('做好违建拆除', matter), () => ruled).tasks;
    expect(task).toMatchObject({ verdict, item: { id: item } });
    expect(task?.suggestion).toContain(advice);
  });

  it('that is on no list cites the default rule and says 清单未列，须先准入', () => {
    const [task] = screen(NOTICE, nothing, '重庆市').tasks;
    expect(task?.verdict).toBe('not-listed');
    expect(task?.suggestion).toMatch(/^清单未列，须先准入，依据/);
    expect(task?.citations[0]?.documentId).toBe('cq-2019-lists');
  });

  it('takes over a row that was only offered when the telling words are its own', () => {
    const [task] = screen(NOTICE.replace('违建拆除', '反诈宣传'), () => ({
      ...nothing(),
      offered: [['nat-assist-8', 0.4]],
      matched: ['反诈'],
      differed: ['做好'],
    })).tasks;
    expect(task).toMatchObject({ verdict: 'assist', band: 'confirm', item: { id: 'nat-assist-8' } });
    expect(task?.suggestion).toContain('请人工核对');
  });

  it('that enforces is barred where such a row is on offer', () => {
    const [task] = screen(NOTICE.replace('做好违建拆除', '取缔夜宵摊点'), () => ({
      ...nothing(),
      offered: [['mca136-cancel-4', 0.2]],
    })).tasks;
    expect(task).toMatchObject({ verdict: 'negative', band: 'confirm', item: { id: 'mca136-cancel-4' } });
  });

  it('takes no verdict that no row on offer bears', () => {
    const [task] = screen(NOTICE.replace('做好违建拆除', '协助做好反诈宣传'), nothing).tasks;
    expect(task).toMatchObject({ verdict: 'not-listed', item: null });
  });

  it('is no certificate unless the notice asks for one', () => {
    const [paper] = [...kb.itemById.values()].filter(({ list }) => list.kind === 'must-not-certify');
    const item = paper?.item.id as string;
    const barred = (): Ruled => ({
      verdict: 'must-not-certify',
      band: 'answer',
      item,
      offered: [[item, 0.9]],
    });
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

  const lists = Object.values(formalities.formalities).flatMap(({ rows, special = {} }) => [
    rows,
    ...Object.values(special),
  ]);

  it.each(lists.map((rows) => ({ rows })))('rests on rules before a reply letter: $rows', ({ rows }) => {
    const letters = rows.map((id) => rowById(kb, id)?.document.type === 'letter');
    expect(letters[0]).toBe(false);
    expect(letters).toEqual([...letters].sort((a, b) => Number(a) - Number(b)));
  });

  it.each(lists.flat())('rests on a row that the knowledge base holds: %s', (id) => {
    expect(rowById(kb, id)).toBeDefined();
  });

  it('that is a special sort has rows of its own, for every sort that the lexicon names', () => {
    for (const { kind, special } of lexicon.notices.demands)
      for (const { name } of special) expect(formalities.formalities[kind].special).toHaveProperty(name);
  });
});

describe('the rules on means', () => {
  it('are those of the nearest level and the law on the kind of committee that is told', () => {
    const titles = (region?: string) =>
      screen(NOTICE, nothing, region).meansRules.map(({ documentId }) => documentId);
    expect(titles()).toContain('law-jwh-2025');
    expect(titles()).not.toContain('law-cwh-2025');
    expect(titles('重庆市')[0]).toBe('cq-2019-lists');
    expect(titles('上海市')).toEqual(expect.arrayContaining(['shanghai-jwh-regulation', 'law-jwh-2025']));
  });

  it.each(formalities.means)('are rows that the knowledge base holds: %s', (id) => {
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
